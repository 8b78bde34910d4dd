int board_init(void;
