.syntax unified
.cfi_sections .debug_frame

// The linker gives the whole object the attributes of this file, its first one.
#ifdef __ARM_PCS_VFP
.eabi_attribute Tag_ABI_VFP_args, 1
#endif
.eabi_attribute Tag_ABI_align_needed, 1
.eabi_attribute Tag_ABI_align_preserved, 1
.eabi_attribute Tag_ABI_enum_size, 1

// void tinygo_longjmp(deferFrame *): continues at the landing pad of the frame.
// r0 stays non-zero: that tells the landing pad from the first return. The
// compiler believes that the landing pad clobbers d8-d15 but does not save them
// for the caller (LLVM drops the clobbers of q registers without NEON), so they
// are saved when the frame is set up and brought back here.
.section .text.tinygo_longjmp,"ax",%progbits
.global tinygo_longjmp
.type   tinygo_longjmp, %function
.thumb_func
tinygo_longjmp:
#if __ARM_FP
    add  r1, r0, #8
    vldmia r1, {d8-d15}
#endif
    ldm  r0, {r1, r2}
    mov  sp, r1
    mov  pc, r2
.size tinygo_longjmp, .-tinygo_longjmp

#if __ARM_FP
// void rttgo_save_float(void *to)
.section .text.rttgo_save_float,"ax",%progbits
.global rttgo_save_float
.type   rttgo_save_float, %function
.thumb_func
rttgo_save_float:
    vstmia r0, {d8-d15}
    bx   lr
.size rttgo_save_float, .-rttgo_save_float
#endif

// void rttgo_run_func(fn, args, uintptr *sp): fn(args), leaving in *sp what
// rttgo_leave needs to return from here.
.section .text.rttgo_run_func,"ax",%progbits
.global rttgo_run_func
.type   rttgo_run_func, %function
.thumb_func
rttgo_run_func:
    push {r3-r11, lr}
    str  sp, [r2]
    mov  r3, r0
    mov  r0, r1
    blx  r3
    pop  {r3-r11, pc}
.size rttgo_run_func, .-rttgo_run_func

// void rttgo_leave(sp)
.section .text.rttgo_leave,"ax",%progbits
.global rttgo_leave
.type   rttgo_leave, %function
.thumb_func
rttgo_leave:
    mov  sp, r0
    pop  {r3-r11, pc}
.size rttgo_leave, .-rttgo_leave

// void rttgo_clear(p, size): size is a multiple of 8, more than 0.
.section .text.rttgo_clear,"ax",%progbits
.global rttgo_clear
.type   rttgo_clear, %function
.thumb_func
rttgo_clear:
    push {r4, r5}
    movs r2, #0
    movs r3, #0
    movs r4, #0
    movs r5, #0
1:  subs r1, #16
    blo  2f
    stmia r0!, {r2-r5}
    bne  1b
    b    3f
2:  stmia r0!, {r2, r3}
3:  pop  {r4, r5}
    bx   lr
.size rttgo_clear, .-rttgo_clear

// int rttgo_callback_enter(callbackFrame *): like setjmp. What the frame holds is in
// internal/task. Returns 0; and once more, with 1, when the callback is abandoned.
.section .text.rttgo_callback_enter,"ax",%progbits
.global rttgo_callback_enter
.type   rttgo_callback_enter, %function
.thumb_func
rttgo_callback_enter:
    stmia r0!, {r4-r11}
    mov  r1, sp
    stmia r0!, {r1, lr}
#if __ARM_FP
    vstmia r0, {d8-d15}
#endif
    subs r0, #40
    movs r1, #0
    str  r1, [r0, #116]
    mrs  r1, ipsr
    cbnz r1, 1f
    mrs  r1, primask
    push {r3, lr}
    bl   rttgo_callback_entered
    pop  {r3, lr}
1:  movs r0, #0
    bx   lr
.size rttgo_callback_enter, .-rttgo_callback_enter

// void rttgo_callback_abandon(callbackFrame *)
.section .text.rttgo_callback_abandon,"ax",%progbits
.global rttgo_callback_abandon
.type   rttgo_callback_abandon, %function
.thumb_func
rttgo_callback_abandon:
    ldmia r0!, {r4-r11}
    ldmia r0!, {r1, lr}
    mov  sp, r1
#if __ARM_FP
    vldmia r0, {d8-d15}
#endif
    movs r0, #1
    bx   lr
.size rttgo_callback_abandon, .-rttgo_callback_abandon

// void rttgo_restart(sp): reports that the stack has overflown, on a stack with room.
.section .text.rttgo_restart,"ax",%progbits
.global rttgo_restart
.type   rttgo_restart, %function
.thumb_func
rttgo_restart:
    mov  sp, r0
    bl   rttgo_overflow
.size rttgo_restart, .-rttgo_restart
