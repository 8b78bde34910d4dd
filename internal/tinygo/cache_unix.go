//go:build !windows && !darwin

package tinygo

// cacheVariable is what os.UserCacheDir looks at.
const cacheVariable = "XDG_CACHE_HOME"
