// Functions over GNU readline's globals, so that Swift never touches a global of C.
// The callback interface is used throughout: whoever reads polls for input first.
#ifndef PLANQL_CREADLINE_SHIM_H
#define PLANQL_CREADLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>

#include <readline/history.h>
#include <readline/readline.h>

// Sets readline up once: no signal handlers of its own, history with times, pastes in one piece.
// The record separator begins a time in the history file, because no entry can begin a line with it.
static inline void planql_readline_start(const char *name, rl_command_func_t *complete) {
  rl_readline_name = name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  history_write_timestamps = 1;
  history_comment_char = '\x1e';
  using_history();
  rl_initialize();
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_bind_keyseq("\\t", complete);
}

// The line as typed so far; owned by readline.
static inline const char *planql_readline_line(void) { return rl_line_buffer; }

// The place of the cursor, in bytes.
static inline int planql_readline_point(void) { return rl_point; }

// Puts text in place of the bytes from start to the cursor.
static inline void planql_readline_replace(int start, const char *text) {
  rl_begin_undo_group();
  rl_delete_text(start, rl_point);
  rl_point = start;
  rl_insert_text(text);
  rl_end_undo_group();
}

// Leaves the line on the screen and starts a fresh one below it.
static inline void planql_readline_begin_list(void) {
  rl_crlf();
  fflush(rl_outstream);
}

// Shows prompt and line again, on a fresh line.
static inline void planql_readline_end_list(void) {
  rl_on_new_line();
  rl_redisplay();
}

// Drops the line being edited, with its undo list and any search, and gives the terminal back.
static inline void planql_readline_abandon(int signal) {
  rl_echo_signal_char(signal);
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_replace_line("", 1);
  rl_callback_handler_remove();
  rl_crlf();
  fflush(rl_outstream);
}

// Takes the terminal again after the program was stopped and goes on.
static inline void planql_readline_resume(void) {
  rl_deprep_terminal();
  rl_prep_terminal(1);
  rl_forced_update_display();
}

#endif
