.syntax unified
.cfi_sections .debug_frame

// void rttgo_collect(void): calls rttgo_collect_from(sp) with the callee-saved
// registers on the stack, where the collector finds them.
.section .text.rttgo_collect,"ax",%progbits
.global rttgo_collect
.type   rttgo_collect, %function
.thumb_func
rttgo_collect:
    push {r3-r11, lr}
    mov  r0, sp
    bl   rttgo_collect_from
    pop  {r3-r11, pc}
.size rttgo_collect, .-rttgo_collect

// void rttgo_mark_range(from, to): marks the objects that the words in [from, to)
// refer to, and what they refer to in turn. See gc_mark_rtthread.go; this loop is
// most of a collection, so it keeps everything in registers.
//
//  r0 r1  the range being scanned          r4 r5  address and size of the heap
//  r2     offset of an object in the heap  r6     its bit array marks
//  r3     word of marks with its bit       r7     from marks to the array starts
//  r12    its bit, or the bit's number     r9     end of the mark stack
//  lr r8  scratch                          r10    its top; the lowest word is -1
//                                          r11    sp without suspended ranges
.section .text.rttgo_mark_range,"ax",%progbits
.global rttgo_mark_range
.type   rttgo_mark_range, %function
.thumb_func
rttgo_mark_range:
    push {r3-r11, lr}
    ldr  r12, =rttgo_mark
    ldm  r12, {r4-r7, r9, r10}
    mov  r2, #-1
    str  r2, [r10], #4
    mov  r11, sp

.Lloop:
    cmp  r0, r1
    bhs  .Lnext
.Lfirst:
    ldr  r2, [r0], #4
    subs r2, r2, r4
    cmp  r2, r5
    bhs  .Lloop

    lsrs r3, r2, #8
    add  r3, r6, r3, lsl #2
    ubfx r12, r2, #3, #5
    mov  lr, #1
    lsl  r12, lr, r12
    ldr  lr, [r3]
    tst  lr, r12
    bne  .Lloop             // reached before, or free
    ldr  r8, [r3, r7]
    tst  r8, r12
    beq  .Linside
.Lfound:
    orr  lr, lr, r12
    str  lr, [r3]
    cmp  r10, r9
    beq  .Lfull
    str  r2, [r10], #4
    b    .Lloop

    // The range is done: scan the object on top of the stack.
.Lnext:
    ldr  r2, [r10, #-4]!
    adds r3, r2, #1
    beq  .Lempty
.Lscan:
    bic  r2, r2, #7
    add  r0, r4, r2
    add  r2, r2, #8         // its second granule
    add  r1, r4, r2
    lsrs r3, r2, #8
    add  r3, r6, r3, lsl #2
    ldr  lr, [r3]
    ldr  r8, [r3, r7]
    orr  lr, lr, r8         // where chunks start
    ubfx r12, r2, #3, #5
    lsr  lr, lr, r12
    tst  lr, #1
    bne  .Lfirst            // the object is one granule
    sub  r8, r3, r7
    ldr  r8, [r8]           // the array flags
    lsr  r8, r8, r12
    tst  r8, #1
    bne  .Lnext             // it has no pointers
    cmp  lr, #0
    beq  .Lfar
    rbit lr, lr
    clz  lr, lr
    add  r1, r1, lr, lsl #3
    b    .Lfirst

.Lfar:                      // it ends in another word
    bic  r2, r2, #255
1:  add  r3, r3, #4
    add  r2, r2, #256
    ldr  lr, [r3]
    ldr  r8, [r3, r7]
    orrs lr, lr, r8
    beq  1b
    rbit lr, lr
    clz  lr, lr
    add  r1, r4, r2
    add  r1, r1, lr, lsl #3
    b    .Lloop

.Linside:                   // r2 is not the start of a chunk: look for it
    orr  lr, lr, r8
    subs r12, r12, #1
    ands lr, lr, r12
    bne  2f
1:  subs r3, r3, #4
    ldr  lr, [r3]
    ldr  r8, [r3, r7]
    orrs lr, lr, r8
    beq  1b
2:  clz  lr, lr
    rsb  lr, lr, #31
    subs r2, r3, r6
    lsls r2, r2, #6
    add  r2, r2, lr, lsl #3
    mov  r8, #1
    lsl  r12, r8, lr
    ldr  lr, [r3]
    tst  lr, r12
    bne  .Lloop
    b    .Lfound

.Lfull:                     // scan the object now, the rest of the range later
    mov  r3, sp
    sub  r3, r11, r3
    cmp  r3, #64
    bhs  1f
    push {r0, r1}
    b    .Lscan
1:  push {r0, r1}           // or, after some of that, note it
    lsrs r0, r2, #3
    bl   rttgo_note
    pop  {r0, r1}
    b    .Lloop

.Lempty:
    cmp  sp, r11
    beq  1f
    pop  {r0, r1}
    add  r10, r10, #4
    b    .Lloop
1:  pop  {r3-r11, pc}
.size rttgo_mark_range, .-rttgo_mark_range

.section .bss.rttgo_mark,"aw",%nobits
.global rttgo_mark
.type rttgo_mark, %object
.balign 4
rttgo_mark: .space 24
.size rttgo_mark, 24
