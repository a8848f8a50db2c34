#include "TaskHook.h"

#include <stdint.h>

// The runtime's own hook for this (swift/Runtime/Concurrency.h). SwiftNIO sets it too, but finds it by name at run time,
// and a statically linked runtime shows no names; here the linker finds it.
typedef void (*original_enqueue)(void *job) __attribute__((swiftcall));
typedef void (*enqueue_hook)(void *job, original_enqueue original) __attribute__((swiftcall));

extern enqueue_hook swift_task_enqueueGlobal_hook;

static void (*destination)(void *job);

__attribute__((swiftcall)) static void send(void *job, original_enqueue original) {
    (void)original;
    destination(job);
}

// A job is told which executor it runs on. Told the loop's own, a task that belongs to no executor would be sent away
// again before its first line, and come back to the same thread; told none, it runs.
struct executor_reference {
    void *identity;
    uintptr_t implementation;
};

extern void swift_job_run(void *job, struct executor_reference executor) __attribute__((swiftcall));

void xubao_run_task(void *job) {
    struct executor_reference none = {0, 0};
    swift_job_run(job, none);
}

void xubao_send_tasks_to(void (*enqueue)(void *job)) {
    destination = enqueue;
    swift_task_enqueueGlobal_hook = send;
}
