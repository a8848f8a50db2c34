#ifndef XUBAO_TASK_HOOK_H
#define XUBAO_TASK_HOOK_H

/// Sends every task that has no executor of its own to `enqueue`, from now on. To be called once, before the first task.
void xubao_send_tasks_to(void (*enqueue)(void *job));

#endif
