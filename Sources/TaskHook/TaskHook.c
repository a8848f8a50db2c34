#include "TaskHook.h"

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

void xubao_send_tasks_to(void (*enqueue)(void *job)) {
    destination = enqueue;
    swift_task_enqueueGlobal_hook = send;
}
