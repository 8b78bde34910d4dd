package generate

import (
	"context"
	"slices"
	"strings"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// deadRules reports rules of the overlays that match nothing in any supported version. The embedded mapping is not looked at
// here: a test does, once and for all. The reference versions are read only when a rule does not match the headers at hand,
// which few do not.
func deadRules(ctx context.Context, intent *mapping.Rules, facts *Facts, sources []mapping.Source) *diag.List {
	if !slices.ContainsFunc(sources, func(s mapping.Source) bool { return !embedded(s.Name) }) {
		return &diag.List{}
	}
	known := &mapping.Known{}
	known.Add(facts.API)
	known.Add(otherNames())
	dead := overlaysOnly(mapping.Dead(intent, known, sources...))
	if !dead.HasErrors() {
		return dead
	}
	for version := range rttgen.References() {
		reference, list := read(ctx, &config.Config{RTThread: config.Value{Text: config.Reference + ":" + version}})
		if list.HasErrors() {
			return list
		}
		known.Add(reference.API)
	}
	return overlaysOnly(mapping.Dead(intent, known, sources...))
}

func overlaysOnly(list *diag.List) *diag.List {
	kept := &diag.List{}
	for _, d := range list.Sorted() {
		if !embedded(d.Pos.File) {
			kept.Add(d)
		}
	}
	return kept
}

// embedded reports whether a source is part of rttgen.
func embedded(name string) bool { return name == builtin || name == devices }

// otherNames returns what the reference interfaces do not declare: what other versions have or call differently, and what is there
// in configurations other than theirs.
func otherNames() *model.API {
	api := &model.API{}
	for _, f := range otherFunctions {
		name, list, _ := strings.Cut(f, " ")
		fn := &model.Function{Decl: model.Decl{Name: name}}
		for p := range strings.FieldsSeq(list) {
			fn.Params = append(fn.Params, model.Param{Name: p})
		}
		api.Functions = append(api.Functions, fn)
	}
	for _, r := range otherRecords {
		name, list, _ := strings.Cut(r, ": ")
		record := &model.Record{Decl: model.Decl{Name: name}, Complete: true}
		for m := range strings.FieldsSeq(list) {
			record.Fields = append(record.Fields, &model.Field{Decl: model.Decl{Name: m}, Type: &model.Type{Kind: model.Int}})
		}
		api.Records = append(api.Records, record)
	}
	for _, m := range otherConstants {
		api.Macros = append(api.Macros, &model.Macro{Decl: model.Decl{Name: m}})
	}
	api.Sort()
	return api
}

// otherRecords lists records of drivers for which the reference interfaces have no headers, with the members that rules name.
var otherRecords = []string{
	"struct rt_can_device: parent",
	"struct rt_can_msg: id ide rtr len hdr hdr_index fd_frame data",
	"struct rt_inputcapture_device: parent",
	"struct rt_mtd_nor_device: parent block_size block_start block_end",
	"struct rt_pulse_encoder_device: parent",
	"struct rt_sensor_device: parent",
	"struct rt_touch_device: parent",
	"struct rt_touch_info: type vendor point_num range_x range_y",
	"struct rt_serial_rx_fifo: rb",
	"struct serial_configure: rx_bufsz tx_bufsz",
}

// otherConstants lists constants of those drivers.
var otherConstants = []string{
	"AB_PHASE_PULSE_ENCODER", "SINGLE_PHASE_PULSE_ENCODER", "UNKNOWN_PULSE_ENCODER_TYPE",
	"PULSE_ENCODER_CMD_CLEAR_COUNT", "PULSE_ENCODER_CMD_DISABLE", "PULSE_ENCODER_CMD_ENABLE", "PULSE_ENCODER_CMD_GET_TYPE",
	"INPUTCAPTURE_CMD_CLEAR_BUF", "INPUTCAPTURE_CMD_SET_WATERMARK",
	"RT_CAN_CMD_SET_BAUD", "RT_CAN_CMD_SET_MODE", "RT_CAN_MODE_LOOPBACK", "RT_CAN_MODE_NORMAL",
	"RT_DEVICE_FLAG_RX_NON_BLOCKING",
	"RT_SENSOR_CTRL_GET_ID", "RT_SENSOR_CTRL_SET_FETCH_MODE", "RT_SENSOR_CTRL_SET_MODE", "RT_SENSOR_CTRL_SET_ODR",
	"RT_SENSOR_CTRL_SET_POWER", "RT_SENSOR_CTRL_SET_POWER_MODE", "RT_SENSOR_CTRL_SET_RANGE",
	"RT_TOUCH_CTRL_DISABLE_INT", "RT_TOUCH_CTRL_ENABLE_INT", "RT_TOUCH_CTRL_GET_INFO",
}

// otherFunctions lists functions, or only other names of their parameters.
var otherFunctions = []string{
	// 3.1 and 4.0
	"rt_mutex_take time",
	"rt_sem_take time",
	"rt_page_alloc npages",
	"rt_page_free addr npages",
	"rt_sscanf",
	"rt_thread_idle_excute",
	"rt_thread_timeout",
	"rt_data_queue_peak",
	"rt_delayed_work_init",
	"rt_device_init_all",
	"rt_work_submit work time",
	"rt_work_sys_workqueue_init",
	"rt_workqueue_submit_work queue work time",
	// drivers
	"rt_alarm_create",
	"rt_device_inputcapture_register",
	"rt_device_pulse_encoder_register",
	"rt_i2c_core_init",
	"rt_mtd_nand_read",
	"rt_mtd_nor_erase_block device offset length",
	"rt_mtd_nor_read",
	"rt_mtd_nor_read_id device",
	"rt_mtd_nor_register_device",
	"rt_mtd_nor_write",
	"rt_sensor_device_find",
	// RT_USING_SLAB
	"rt_slab_alloc m size",
	"rt_slab_detach m",
	"rt_slab_free m ptr",
	"rt_slab_init name begin_addr size",
	"rt_slab_page_alloc m npages",
	"rt_slab_page_free m addr npages",
	"rt_slab_realloc m ptr size",
	// after 5.2.0
	"__rt_fls val",
	"rt_console_output_get_enabled",
	"rt_console_output_set_enabled enabled",
	"rt_scheduler_stack_overflow_sethook hook",
	"rt_thread_get_usage thread",
	"rt_thread_is_idle_thread thread",
	"rt_tick_get_delta base",
}
