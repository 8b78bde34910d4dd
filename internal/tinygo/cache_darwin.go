package tinygo

// cacheVariable is what os.UserCacheDir looks at.
const cacheVariable = "HOME"
