#ifndef XUBAO_TASK_HOOK_H
#define XUBAO_TASK_HOOK_H

/// Sends every task that has no executor of its own to `enqueue`, from now on. To be called once, before the first task.
void xubao_send_tasks_to(void (*enqueue)(void *job));

/// Runs on this thread a task that was handed to `enqueue`. To be called once for each.
void xubao_run_task(void *job);

#endif
