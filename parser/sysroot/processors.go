package sysroot

// The processors and architectures of 32 bit arm that RT-Thread's BSPs are compiled for, as gcc 12 describes them.

// processors gives what -mcpu stands for: an architecture and its extensions as -march takes them.
var processors = map[string]string{
	"cortex-m0":                    "armv6s-m",
	"cortex-m0.small-multiply":     "armv6s-m",
	"cortex-m0plus":                "armv6s-m",
	"cortex-m0plus.small-multiply": "armv6s-m",
	"cortex-m1":                    "armv6s-m",
	"cortex-m1.small-multiply":     "armv6s-m",
	"cortex-m3":                    "armv7-m",
	"cortex-m4":                    "armv7e-m+fp",
	"cortex-m7":                    "armv7e-m+fp.dp",
	"cortex-m23":                   "armv8-m.base",
	"cortex-m33":                   "armv8-m.main+dsp+fp",
	"cortex-m35p":                  "armv8-m.main+dsp+fp",
	"cortex-m52":                   "armv8.1-m.main+pacbti+mve.fp+fp.dp",
	"cortex-m55":                   "armv8.1-m.main+mve.fp+fp.dp",
	"cortex-m85":                   "armv8.1-m.main+pacbti+mve.fp+fp.dp",
	"arm7tdmi":                     "armv4t",
	"arm7tdmi-s":                   "armv4t",
	"arm710t":                      "armv4t",
	"arm720t":                      "armv4t",
	"arm740t":                      "armv4t",
	"arm9":                         "armv4t",
	"arm9tdmi":                     "armv4t",
	"arm920":                       "armv4t",
	"arm920t":                      "armv4t",
	"arm922t":                      "armv4t",
	"arm940t":                      "armv4t",
	"arm9e":                        "armv5te+fp",
	"arm946e-s":                    "armv5te+fp",
	"arm966e-s":                    "armv5te+fp",
	"arm968e-s":                    "armv5te+fp",
	"arm926ej-s":                   "armv5tej+fp",
	"arm1026ej-s":                  "armv5tej+fp",
	"arm1136j-s":                   "armv6j",
	"arm1136jf-s":                  "armv6j+fp",
	"arm1176jz-s":                  "armv6kz",
	"arm1176jzf-s":                 "armv6kz+fp",
	"cortex-a5":                    "armv7-a+neon-fp16",
	"cortex-a7":                    "armv7ve+neon-vfpv4",
	"cortex-a8":                    "armv7-a+neon",
	"cortex-a9":                    "armv7-a+neon-fp16",
	"cortex-a12":                   "armv7ve+neon-vfpv4",
	"cortex-a15":                   "armv7ve+neon-vfpv4",
	"cortex-a17":                   "armv7ve+neon-vfpv4",
	"cortex-a15.cortex-a7":         "armv7ve+neon-vfpv4",
	"cortex-a17.cortex-a7":         "armv7ve+neon-vfpv4",
	"generic-armv7-a":              "armv7-a+fp",
	"cortex-a32":                   "armv8-a+crc+simd",
	"cortex-a35":                   "armv8-a+crc+simd",
	"cortex-a53":                   "armv8-a+crc+simd",
	"cortex-a57":                   "armv8-a+crc+simd",
	"cortex-a72":                   "armv8-a+crc+simd",
	"cortex-a73":                   "armv8-a+crc+simd",
	"cortex-a55":                   "armv8.2-a+simd+fp16+dotprod",
	"cortex-a75":                   "armv8.2-a+simd+fp16+dotprod",
	"cortex-a76":                   "armv8.2-a+simd+fp16+dotprod",
	"cortex-r4":                    "armv7-r",
	"cortex-r4f":                   "armv7-r+fp",
	"cortex-r5":                    "armv7-r+idiv+fp",
	"cortex-r7":                    "armv7-r+idiv+vfpv3-d16-fp16",
	"cortex-r8":                    "armv7-r+idiv+vfpv3-d16-fp16",
	"cortex-r52":                   "armv8-r+crc+simd",
	"cortex-r52plus":               "armv8-r+crc+simd",
}

// architecture is a value of -march without extensions.
type architecture struct {
	names      string // of the macros __ARM_ARCH_…__
	version    int
	profile    byte // 'A', 'R', 'M', or 0 before there were any
	arm        bool // has the arm instruction set
	thumb      int  // 2 with 32 bit instructions
	exclusive  int  // sizes of load and store exclusive, as a sum
	divides    int  // in which instruction sets
	features   feature
	extensions map[string]string // what an extension stands for here, if it is not the same everywhere
}

// The instruction sets that have a division.
const (
	dividesThumb = 1 << iota
	dividesARM
)

// feature is what extensions add to an architecture.
type feature int

const (
	dsp     feature = 1 << iota // multiplication of halves, and saturation
	mve                         // Helium, on integers
	mveFP                       // and on floating point numbers
	crc                         //
	half                        // computes with floating point numbers of half precision
	dotprod                     //
	rdma                        // rounding doubling multiplication
	pacbti                      // pointer authentication and branch targets
)

var architectures = map[string]architecture{
	"armv4t":         {names: "4T", version: 4, arm: true, thumb: 1},
	"armv5t":         {names: "5T", version: 5, arm: true, thumb: 1, extensions: oldFP},
	"armv5te":        {names: "5TE", version: 5, arm: true, thumb: 1, features: dsp, extensions: oldFP},
	"armv5tej":       {names: "5TEJ", version: 5, arm: true, thumb: 1, features: dsp, extensions: oldFP},
	"armv6":          {names: "6", version: 6, arm: true, thumb: 1, exclusive: 4, features: dsp, extensions: oldFP},
	"armv6j":         {names: "6J", version: 6, arm: true, thumb: 1, exclusive: 4, features: dsp, extensions: oldFP},
	"armv6k":         {names: "6K", version: 6, arm: true, thumb: 1, exclusive: 15, features: dsp, extensions: oldFP},
	"armv6z":         {names: "6Z", version: 6, arm: true, thumb: 1, exclusive: 4, features: dsp, extensions: oldFP},
	"armv6kz":        {names: "6KZ 6ZK", version: 6, arm: true, thumb: 1, exclusive: 15, features: dsp, extensions: oldFP},
	"armv6t2":        {names: "6T2", version: 6, arm: true, thumb: 2, exclusive: 4, features: dsp, extensions: oldFP},
	"armv6-m":        {names: "6M", version: 6, profile: 'M', thumb: 1},
	"armv6s-m":       {names: "6M", version: 6, profile: 'M', thumb: 1},
	"armv7":          {names: "7", version: 7, thumb: 2, exclusive: 7, extensions: map[string]string{"fp": "vfpv3-d16"}},
	"armv7-a":        {names: "7A", version: 7, profile: 'A', arm: true, thumb: 2, exclusive: 15, features: dsp, extensions: map[string]string{"fp": "vfpv3-d16", "simd": "neon"}},
	"armv7ve":        {names: "7A", version: 7, profile: 'A', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb | dividesARM, features: dsp, extensions: map[string]string{"fp": "vfpv4-d16", "simd": "neon-vfpv4"}},
	"armv7-r":        {names: "7R", version: 7, profile: 'R', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb, features: dsp, extensions: map[string]string{"fp.sp": "vfpv3xd", "fp": "vfpv3-d16", "simd": "neon"}},
	"armv7-m":        {names: "7M", version: 7, profile: 'M', thumb: 2, exclusive: 7, divides: dividesThumb},
	"armv7e-m":       {names: "7EM", version: 7, profile: 'M', thumb: 2, exclusive: 7, divides: dividesThumb, features: dsp, extensions: map[string]string{"fp": "fpv4-sp-d16", "vfpv4-sp-d16": "fpv4-sp-d16", "fpv5": "fpv5-sp-d16", "fp.dp": "fpv5-d16"}},
	"armv8-a":        {names: "8A", version: 8, profile: 'A', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb | dividesARM, features: dsp, extensions: armv8FP},
	"armv8.1-a":      {names: "8A", version: 8, profile: 'A', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb | dividesARM, features: dsp | crc | rdma, extensions: armv8FP},
	"armv8.2-a":      {names: "8A", version: 8, profile: 'A', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb | dividesARM, features: dsp | crc | rdma, extensions: armv8FP},
	"armv8-r":        {names: "8R", version: 8, profile: 'R', arm: true, thumb: 2, exclusive: 15, divides: dividesThumb | dividesARM, features: dsp, extensions: armv8FP},
	"armv8-m.base":   {names: "8M_BASE", version: 8, profile: 'M', thumb: 1, exclusive: 7, divides: dividesThumb},
	"armv8-m.main":   {names: "8M_MAIN", version: 8, profile: 'M', thumb: 2, exclusive: 7, divides: dividesThumb, extensions: map[string]string{"fp": "fpv5-sp-d16", "fp.dp": "fpv5-d16"}},
	"armv8.1-m.main": {names: "8M_MAIN", version: 8, profile: 'M', thumb: 2, exclusive: 7, divides: dividesThumb, extensions: map[string]string{"fp": "fpv5-sp-d16 fp16", "fp.dp": "fpv5-d16 fp16"}},
}

var (
	oldFP   = map[string]string{"fp": "vfpv2"}
	armv8FP = map[string]string{"simd": "neon-fp-armv8", "crypto": "crypto-neon-fp-armv8", "fp.sp": "fpv5-sp-d16"}
)

// fpu is a floating point unit.
type fpu struct {
	version int  // of VFP
	double  bool // computes in double precision too
	convert bool // converts numbers of half precision
	neon    bool
	crypto  bool
}

// fpus are the values of -mfpu.
var fpus = map[string]fpu{
	"vfp":                  {version: 2, double: true},
	"vfpv2":                {version: 2, double: true},
	"vfp3":                 {version: 3, double: true},
	"vfpv3":                {version: 3, double: true},
	"vfpv3-fp16":           {version: 3, double: true, convert: true},
	"vfpv3-d16":            {version: 3, double: true},
	"vfpv3-d16-fp16":       {version: 3, double: true, convert: true},
	"vfpv3xd":              {version: 3},
	"vfpv3xd-fp16":         {version: 3, convert: true},
	"neon":                 {version: 3, double: true, neon: true},
	"neon-vfpv3":           {version: 3, double: true, neon: true},
	"neon-fp16":            {version: 3, double: true, convert: true, neon: true},
	"vfpv4":                {version: 4, double: true, convert: true},
	"vfpv4-d16":            {version: 4, double: true, convert: true},
	"neon-vfpv4":           {version: 4, double: true, convert: true, neon: true},
	"fpv4-sp-d16":          {version: 4, convert: true},
	"fpv5-sp-d16":          {version: 5, convert: true},
	"fpv5-d16":             {version: 5, double: true, convert: true},
	"fp-armv8":             {version: 5, double: true, convert: true},
	"neon-fp-armv8":        {version: 5, double: true, convert: true, neon: true},
	"crypto-neon-fp-armv8": {version: 5, double: true, convert: true, neon: true, crypto: true},
}
