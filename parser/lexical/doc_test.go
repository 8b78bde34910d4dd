package lexical

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestText(t *testing.T) {
	tests := []struct {
		name, comment string
		want          Doc
	}{
		{"kernel style", `/**
 * @brief    This function will take a semaphore, if the semaphore is unavailable, the thread shall wait for
 *           the semaphore up to a specified time.
 *
 * @note     The count value of the sem->value will decrease 1 until it is equal to 0.
 *
 * @see      rt_sem_trytake()
 *
 * @param    sem is a pointer to a semaphore object.
 *
 * @param    timeout is a timeout period (unit: an OS tick).
 *           The flag can be ONE of the following values:
 *
 *               RT_IPC_FLAG_PRIO          The pending threads will queue in order of priority.
 *
 *               RT_IPC_FLAG_FIFO          First in first out
 *                                         (also known as FCFS).
 *
 *               NOTE: do not.
 *
 * @return   Return the operation status. ONLY When the return value is RT_EOK, the operation is successful.
 *           If the return value is any other values, it failed.
 *
 * @warning  This function can ONLY be called in the thread context.
 */`, Doc{
			Brief: "This function will take a semaphore, if the semaphore is unavailable, the thread shall wait for the semaphore up to a specified time.",
			Notes: []string{"The count value of the sem->value will decrease 1 until it is equal to 0."},
			See:   []string{"rt_sem_trytake()"},
			Params: []ParamDoc{
				{"sem", "", "is a pointer to a semaphore object."},
				{"timeout", "", "is a timeout period (unit: an OS tick). The flag can be ONE of the following values:\n\n" +
					"  - RT_IPC_FLAG_PRIO: The pending threads will queue in order of priority.\n" +
					"  - RT_IPC_FLAG_FIFO: First in first out (also known as FCFS).\n\n" +
					"NOTE: do not."},
			},
			Returns:  []string{"Return the operation status. ONLY When the return value is RT_EOK, the operation is successful. If the return value is any other values, it failed."},
			Warnings: []string{"This function can ONLY be called in the thread context."},
		}},
		{"old style", "/**\n * This function will do it.\n * It is good.\n *\n * It blocks.\n *\n * @param a the a\n * @param b the\n *        b\n *\n * @return RT_EOK\n */", Doc{
			Brief:   "This function will do it. It is good.",
			Body:    []string{"It blocks."},
			Params:  []ParamDoc{{"a", "", "the a"}, {"b", "", "the b"}},
			Returns: []string{"RT_EOK"},
		}},
		{"backslash commands", "/*!\n \\brief A.\n\n \\details B.\n \\param[in,out] buf C\n \\returns D\n \\attention E\n \\remark F\n \\deprecated G\n*/", Doc{
			Brief: "A.", Body: []string{"B."}, Params: []ParamDoc{{"buf", "in,out", "C"}}, Returns: []string{"D"},
			Warnings: []string{"E"}, Notes: []string{"F"}, Deprecated: "G",
		}},
		{"parameter forms", "/** @brief x\n@param [in]  a - one\n@param[out]b: two\n@param *c，三\n@param rt_uint32_t d e.g. 4\n@param const char *e five\n@param ... six\n@param none\n@param f -1 for ever\n@param rt_foo_t is seven\n@param g\n*/", Doc{
			Brief: "x", Params: []ParamDoc{{"a", "in", "one"}, {"b", "out", "two"}, {"c", "", "三"}, {"d", "", "e.g. 4"}, {"e", "", "five"},
				{"...", "", "six"}, {"f", "", "-1 for ever"}, {"rt_foo_t", "", "is seven"}},
		}},
		{"results", "/** @brief x\n@retval RT_EOK fine\n@retval -RT_ETIMEOUT - too late\n@retval RT_NULL\n@return none\n*/", Doc{
			Brief: "x", Returns: []string{"RT_EOK: fine", "-RT_ETIMEOUT: too late", "RT_NULL"},
		}},
		{"results by the line", "/** @brief x\n * @return RT_EOK if it succeeds.\n *         -RT_EBUSY if it\n *         is busy\n */", Doc{
			Brief: "x", Returns: []string{"RT_EOK: if it succeeds.", "-RT_EBUSY: if it is busy"},
		}},
		{"results in columns", "/** @brief x\n * @return RT_EOK       Success.\n *         -RT_EBUSY    Busy.\n */", Doc{
			Brief: "x", Returns: []string{"RT_EOK: Success.", "-RT_EBUSY: Busy."},
		}},
		{"a result in prose", "/** @brief x\n * @return the status, which is\n *         RT_EOK if it succeeds\n */", Doc{
			Brief: "x", Returns: []string{"the status, which is RT_EOK if it succeeds"},
		}},
		{"kernel-doc of Linux", "/**\n *   mmc_switch - modify it\n *   @card: the card\n *   @set: the set\n *\n *   Modifies @card.\n *   returns: 0\n */", Doc{
			Brief: "modify it", Params: []ParamDoc{{"card", "", "the card"}, {"set", "", "the set"}}, Body: []string{"Modifies card."}, Returns: []string{"0"},
		}},
		{"misspelt command", "/** @brief x\n * @handler the callback */", Doc{Brief: "x", Params: []ParamDoc{{"handler", "", "the callback"}}}},
		{"lists", "/**\n * Kinds:\n *  - one\n *    more\n *  - two\n * 1. three\n * 2) four\n * Text\n */", Doc{
			Brief: "Kinds:", Body: []string{"  - one more\n  - two\n 1. three\n 2. four", "Text"},
		}},
		{"code", "/**\n * @brief x\n * @code{.c}\n *   if (a)\n *       b(\"\\n\"); // @param\n *\n * @endcode\n * y\n * ```\n * z\n * ```\n */", Doc{
			Brief: "x", Body: []string{"\tif (a)\n\t    b(\"\\n\"); // @param", "y", "\tz"},
		}},
		{"code without an end", "/** x\n@code\na */", Doc{Brief: "x", Body: []string{"\ta"}}},
		{"drawing", "/**\n * x:\n * +---+---+\n * | a | b |\n * +---+---+\n * y\n */", Doc{Brief: "x:", Body: []string{"\t+---+---+\n\t| a | b |\n\t+---+---+", "y"}}},
		{"flags are no drawing", "/** RT_A | RT_B | RT_C | RT_D */", Doc{Brief: "RT_A | RT_B | RT_C | RT_D"}},
		{"markup", "/** <b>Bold</b> &lt;rtthread.h&gt; <rtdef.h> \\b x @ref y #RT_EOK a@b.c<br> \\r\\n **/", Doc{Brief: "Bold <rtthread.h> <rtdef.h> x y RT_EOK a@b.c \\r\\n"}},
		{"see in a line", "/** the table @see flash_table */", Doc{Brief: "the table", See: []string{"flash_table"}}},
		{"note in prose", "/** x\n *\n * Note: y\n *       z\n */", Doc{Brief: "x", Notes: []string{"y z"}}},
		{"template left empty", "/**\n * @brief\n * @param\n * @return None.\n * @note\n */", Doc{}},
		{"useless commands", "/**\n * @ingroup A\n * x\n * @author me\n *   and you\n * @date today\n */", Doc{Brief: "x"}},
		{"slip of the pen", "/**\n * @param a is\n * .\n * @param b is b\n */", Doc{Params: []ParamDoc{{"a", "", "is"}, {"b", "", "is b"}}}},

		{"trailing", "/**< type of object */", Doc{Brief: "type of object"}},
		{"trailing, several", "/* in ms,\n   at most 10 */\n/* or so */", Doc{Brief: "in ms, at most 10 or so"}},
		{"line comments", "// a\n/// b\n//!< c", Doc{Brief: "a b c"}},
		{"no markers", "a\nb\n\n@param c d", Doc{Brief: "a b", Params: []ParamDoc{{"c", "", "d"}}}},
		{"CRLF and tabs", "/**\r\n *\ta\r\n *\tb\r\n */\r\n", Doc{Brief: "a b"}},
		{"no stars", "/**\n   a\n   b\n*/", Doc{Brief: "a b"}},
		{"Chinese", "/**\n * @brief 获取信号量\n *        等待\n * @param sem 信号量\n */", Doc{Brief: "获取信号量等待", Params: []ParamDoc{{"sem", "", "信号量"}}}},
		{"GBK", "/**\n * \xd6\xd0\xce\xc4\n *\n * good\n * @param a \xd6\xd0\n * @param b fine\n */", Doc{Brief: "good", Params: []ParamDoc{{"b", "", "fine"}}}},
		{"Latin-1", "/* 20 \xb0C */", Doc{}},
		{"lost text", "/* 锟斤拷锟� */", Doc{}},
		{"format characters", "/* a\u202eb\u200bc\x07 */", Doc{Brief: "abc"}},
		{"box", "/*****************\n * Title text\n * and more\n *****************/", Doc{Brief: "Title text and more"}},

		{"separator", "/* ==== section ==== */", Doc{}},
		{"separator, box", "/********\n * Types *\n ********/", Doc{}},
		{"separator, bare", "/*------------------*/", Doc{}},
		{"empty", "/**/", Doc{}},
		{"empty doc", "/** */", Doc{}},
		{"nothing", "", Doc{}},
		{"group", "/**\n * @addtogroup IPC\n * @{\n */", Doc{}},
		{"group end", "/**@}*/", Doc{}},
		{"defgroup", "/**\n * @defgroup IPC\n * @brief text\n */", Doc{}},
		{"file", "/**\n * @file a.c\n * @brief text\n */", Doc{}},
		{"copyright", "/*\n * Copyright (c) 2006-2021, RT-Thread Development Team\n *\n * SPDX-License-Identifier: Apache-2.0\n */", Doc{}},
		{"change log", "/*\n * Change Logs:\n * Date           Author       Notes\n */", Doc{}},
		{"code commented out", "/*\nint f(void);\n*/", Doc{}},
		{"directive commented out", "// #define A", Doc{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Text(test.comment)
			if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			if zero := cmp.Equal(got, Doc{}, cmpopts.EquateEmpty()); zero != got.IsZero() {
				t.Errorf("IsZero() = %v", got.IsZero())
			}
		})
	}
}

// What repeats without end must not take much more than linear time, nor deep recursion: this would not return.
func TestLong(t *testing.T) {
	for _, part := range []string{"x @see y ", "a\n", "@param a b\n", "- a\n", "| | | |\n", "@code\n", "\n", "*", "/*"} {
		Text("/** " + strings.Repeat(part, 1<<17/len(part)))
	}
	for _, part := range []string{
		"#if A\n", "#elif A\n", "{", "}", "a({}", "={}", "f(){}", "/**/", "// a\n", "/** a */\n", "\"", "a ", "(", "#if A\n{\n", "enum {a,", "\\\n",
	} {
		src := []byte("#if A\n" + strings.Repeat(part, 1<<18/len(part)))
		last := strings.Count(string(src), "\n") + 1
		g := Guards(src)
		g.At(last)
		g.Exact(last)
		c := Comments(src)
		c.Before(last)
		c.Trailing(last)
		Definitions(src)
		FindDecl(func(yield func(string, []byte) bool) { yield("a.h", src) }, "a")
	}
}
