package python

// The statements. What has no effect on values (print, pass, assert) is not kept.
type (
	stmt interface{}

	assign struct { // targets = value, or target op= value
		targets []expr
		op      string // "+" of "+="; empty for a plain one
		value   expr
		line    int
	}
	expression struct {
		value expr
		line  int
	}
	ifStmt struct {
		cond        expr
		then, other []stmt
		line        int
	}
	forStmt struct {
		target expr
		list   expr
		body   []stmt
		line   int
	}
	whileStmt struct {
		cond expr
		body []stmt
		line int
	}
	tryStmt struct {
		body, handler, finally []stmt
	}
	defStmt struct {
		name     string
		params   []string
		defaults map[string]expr
		body     []stmt
	}
	importStmt struct { // import module as name; from module import names
		module string
		as     string
		names  [][2]string // name and what it is called here; {"*", ""} for all
	}
	returnStmt struct{ value expr }
	raiseStmt  struct{}
	jump       struct{ word string } // break, continue
	withStmt   struct {
		as   expr
		body []stmt
	}
	delStmt struct{ targets []expr }
	unread  struct { // a line that is no Python as this package knows it
		line int
		why  string
	}
)

// The expressions.
type (
	expr interface{}

	constant  struct{ value Value }
	variable  struct{ name string }
	joined    struct{ parts []expr } // adjacent literals, or the parts of an f-string
	attribute struct {
		of   expr
		name string
	}
	index struct {
		of, at expr
	}
	slice struct {
		of, from, to expr // nil where left out
	}
	call struct {
		fn    expr
		args  []expr
		named []namedArg
		line  int
	}
	namedArg struct {
		name  string
		value expr
	}
	unary struct {
		op string
		x  expr
	}
	binary struct {
		op   string
		x, y expr
	}
	compare struct {
		x    expr
		ops  []string
		with []expr
	}
	choice   struct{ then, cond, other expr } // then if cond else other
	sequence struct {
		items []expr
		tuple bool
	}
	dictionary    struct{ keys, values []expr }
	comprehension struct {
		value, target, list expr
		conds               []expr
	}
	lambda struct {
		params []string
		body   expr
	}
)
