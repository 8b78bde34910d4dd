package parser_test

import (
	"slices"
	"testing"
)

// TestIncluded tells under which conditions a header is included, as a vendor's configuration does with the headers of its modules.
func TestIncluded(t *testing.T) {
	api := mustParse(t, `
#define HAL_UART_MODULE_ENABLED
#include "conf.h"
`, "conf.h", `
#ifndef CONF_H
#define CONF_H
#ifdef HAL_UART_MODULE_ENABLED
#  ifndef NO_HAL
#include "uart.h"
#  endif
#endif
#endif
`, "uart.h", `
#include "common.h"
int uart(void);
`, "common.h", "int common(void);\n")
	for file, want := range map[string][]string{
		"conf.h": {}, "uart.h": {"defined(HAL_UART_MODULE_ENABLED)", "!defined(NO_HAL)"}, "common.h": {"defined(HAL_UART_MODULE_ENABLED)", "!defined(NO_HAL)"},
	} {
		if got := api.Included[file].Guards; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
	if at := api.Included["uart.h"].Pos; at.File != "conf.h" || at.Line != 6 {
		t.Errorf("uart.h is included at %v", at)
	}
}
