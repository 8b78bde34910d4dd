import os

ARCH = 'arm'
CPU = 'cortex-m4'
CROSS_TOOL = 'gcc'
PLATFORM = 'gcc'
EXEC_PATH = os.getenv('RTT_EXEC_PATH')
PREFIX = 'arm-none-eabi-'
CC = CXX = AS = LINK = PREFIX + 'gcc'
AR = PREFIX + 'ar'
OBJCPY = PREFIX + 'objcopy'
SIZE = PREFIX + 'size'
TARGET_EXT = 'elf'
DEVICE = ' -mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard'
CFLAGS = DEVICE
AFLAGS = ' -c' + DEVICE + ' -x assembler-with-cpp'
LFLAGS = DEVICE + ' -T link.ld'
CPATH = LPATH = ''
BUILD = 'debug'
POST_ACTION = ''
