/* Writes down, in one order, everything a process does to the files below POWERCUT_ROOT: preloaded (LD_PRELOAD) into the
   real binary by the power-cut replay. The journal, POWERCUT_JOURNAL, lies elsewhere; journal.py reads it.

   One lock covers each call and its record, so that the journal's order is the order in which things happened. Only
   syncs run beside others: they are written down when they begin and when they end, for a write that comes between the
   two may or may not be covered. Ways of writing that are not written down end the process with a sentence.

   While there is a file POWERCUT_BROKEN, syncs of files whose names end as its text does fail: the disk is broken. While
   there is a file POWERCUT_KILL, the process is killed where it would begin such a sync. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { OPEN = 1, WRITE, TRUNCATE, SYNC_BEGINS, SYNC_ENDS, RENAME, UNLINK, LINK, MAKE_DIRECTORY, REMOVE_DIRECTORY };

struct record {
    uint32_t kind, length;
    uint64_t time, file;
    int64_t first, second;
};

enum { MOST_DESCRIPTORS = 1 << 16 };
static uint64_t files[MOST_DESCRIPTORS]; /* descriptor → number of its opening; 0 is none of ours */
static char is_shared_memory[MOST_DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int journal = -1;
static uint32_t openings, syncs;

static void refuse(const char *what) {
    dprintf(2, "recorder: %s is not written down\n", what);
    _exit(97);
}

__attribute__((constructor)) static void begin(void) {
    const char *place = getenv("POWERCUT_ROOT"), *path = getenv("POWERCUT_JOURNAL");
    if (!place || !path) return;
    root_length = strlen(strncpy(root, place, sizeof root - 1));
    int opened = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* Out of the way: numbers of descriptors stay as they would be. */
    journal = syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 1000);
    syscall(SYS_close, opened);
    if (journal < 0) refuse("the journal");
}

static void put(enum kind kind, uint64_t file, int64_t first, int64_t second, const void *bytes, size_t length) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct record head = {kind, length, now.tv_sec * 1000000000ull + now.tv_nsec, file, first, second};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, length}};
    int kept = errno;
    ssize_t written = syscall(SYS_writev, journal, parts, 2);
    errno = kept;
    if (written != (ssize_t)(sizeof head + length)) refuse("more than the journal's disk holds");
}

static uint64_t file_of(int descriptor) {
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS ? files[descriptor] : 0;
}

/* The path below the root, or NULL when it lies elsewhere. */
static const char *below_root(int directory, const char *path, char *whole) {
    if (journal < 0 || !path) return NULL;
    if (path[0] == '/') {
        snprintf(whole, PATH_MAX, "%s", path);
    } else {
        char base[PATH_MAX], name[64];
        snprintf(name, sizeof name, directory == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", directory);
        ssize_t length = readlink(name, base, sizeof base - 1);
        if (length < 0) return NULL;
        base[length] = 0;
        if (snprintf(whole, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return NULL;
    }
    if (strncmp(whole, root, root_length) || (whole[root_length] && whole[root_length] != '/')) return NULL;
    return whole + root_length;
}

/* Opening. */

static void opened(int descriptor, int flags, const char *path) {
    if (descriptor >= MOST_DESCRIPTORS) refuse("a descriptor beyond the table");
    struct stat status;
    fstat(descriptor, &status);
    files[descriptor] = (uint64_t)getpid() << 32 | ++openings;
    size_t length = strlen(path);
    is_shared_memory[descriptor] = length > 4 && !strcmp(path + length - 4, "-shm");
    put(OPEN, files[descriptor], flags, S_ISDIR(status.st_mode), path, length);
}

static int open_at(int directory, const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    const char *ours = below_root(directory, path, whole);
    if (!ours) return syscall(SYS_openat, directory, path, flags, mode);
    if ((flags & O_TMPFILE) == O_TMPFILE) refuse("O_TMPFILE");
    pthread_mutex_lock(&lock);
    int descriptor = syscall(SYS_openat, directory, path, flags, mode);
    if (descriptor >= 0) opened(descriptor, flags, ours);
    pthread_mutex_unlock(&lock);
    return descriptor;
}

#define MODE_ARGUMENT(flags, mode)                                                                                     \
    mode_t mode = 0;                                                                                                   \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                             \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode = va_arg(more, mode_t);                                                                                   \
        va_end(more);                                                                                                  \
    }

int open(const char *path, int flags, ...) {
    MODE_ARGUMENT(flags, mode)
    return open_at(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE_ARGUMENT(flags, mode)
    return open_at(AT_FDCWD, path, flags, mode);
}

int openat(int directory, const char *path, int flags, ...) {
    MODE_ARGUMENT(flags, mode)
    return open_at(directory, path, flags, mode);
}

int openat64(int directory, const char *path, int flags, ...) {
    MODE_ARGUMENT(flags, mode)
    return open_at(directory, path, flags, mode);
}

int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static int make_temporary(char *template, int suffix, int flags) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t end = strlen(template) - suffix;
    for (int attempt = 0; attempt < 100; attempt++) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        uint64_t chance = now.tv_nsec * 2862933555777941757ull + attempt;
        for (size_t place = end - 6; place < end; place++, chance /= 36) template[place] = letters[chance % 36];
        int descriptor = open_at(AT_FDCWD, template, flags | O_CREAT | O_EXCL | O_RDWR, 0600);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

int mkstemp(char *template) { return make_temporary(template, 0, 0); }
int mkstemp64(char *template) { return make_temporary(template, 0, 0); }
int mkostemp(char *template, int flags) { return make_temporary(template, 0, flags); }
int mkostemps(char *template, int suffix, int flags) { return make_temporary(template, suffix, flags); }

int close(int descriptor) {
    pthread_mutex_lock(&lock);
    if (file_of(descriptor)) files[descriptor] = 0;
    pthread_mutex_unlock(&lock);
    return syscall(SYS_close, descriptor);
}

static int doubled(int from, int to) {
    if (to < 0 || journal < 0) return to;
    pthread_mutex_lock(&lock);
    if (to < MOST_DESCRIPTORS) {
        files[to] = file_of(from);
        if (files[to]) is_shared_memory[to] = is_shared_memory[from];
    }
    pthread_mutex_unlock(&lock);
    return to;
}

int dup(int descriptor) { return doubled(descriptor, syscall(SYS_dup, descriptor)); }
int dup2(int from, int to) { return from == to ? to : doubled(from, syscall(SYS_dup3, from, to, 0)); }
int dup3(int from, int to, int flags) { return doubled(from, syscall(SYS_dup3, from, to, flags)); }

static int control(int descriptor, int command, void *argument) {
    int result = syscall(SYS_fcntl, descriptor, command, argument);
    return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? doubled(descriptor, result) : result;
}

#define LAST_ARGUMENT(before, argument)                                                                                \
    va_list more;                                                                                                      \
    va_start(more, before);                                                                                            \
    void *argument = va_arg(more, void *);                                                                             \
    va_end(more);

int fcntl(int descriptor, int command, ...) {
    LAST_ARGUMENT(command, argument)
    return control(descriptor, command, argument);
}

int fcntl64(int descriptor, int command, ...) {
    LAST_ARGUMENT(command, argument)
    return control(descriptor, command, argument);
}

/* Writing. */

static void wrote(uint64_t file, int64_t offset, const struct iovec *parts, int count, ssize_t written) {
    for (int part = 0; part < count && written > 0; part++) {
        size_t length = parts[part].iov_len < (size_t)written ? parts[part].iov_len : (size_t)written;
        put(WRITE, file, offset, 0, parts[part].iov_base, length);
        offset += length;
        written -= length;
    }
}

/* A negative offset stands for where the descriptor is. */
static ssize_t write_vector(int descriptor, const struct iovec *parts, int count, off_t offset) {
    uint64_t file = file_of(descriptor);
    if (!file)
        return offset < 0 ? syscall(SYS_writev, descriptor, parts, count)
                          : syscall(SYS_pwritev, descriptor, parts, count, offset, 0);
    pthread_mutex_lock(&lock);
    ssize_t written = offset < 0 ? syscall(SYS_writev, descriptor, parts, count)
                                 : syscall(SYS_pwritev, descriptor, parts, count, offset, 0);
    /* After an appending write too the descriptor stands at its end. */
    if (written > 0) wrote(file, offset < 0 ? lseek(descriptor, 0, SEEK_CUR) - written : offset, parts, count, written);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    if (!file_of(descriptor)) return syscall(SYS_write, descriptor, bytes, length);
    struct iovec part = {(void *)bytes, length};
    return write_vector(descriptor, &part, 1, -1);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    struct iovec part = {(void *)bytes, length};
    return write_vector(descriptor, &part, 1, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
    return pwrite(descriptor, bytes, length, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    return write_vector(descriptor, parts, count, -1);
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
    return write_vector(descriptor, parts, count, offset);
}

ssize_t pwritev64(int descriptor, const struct iovec *parts, int count, off64_t offset) {
    return write_vector(descriptor, parts, count, offset);
}

int ftruncate(int descriptor, off_t length) {
    uint64_t file = file_of(descriptor);
    if (!file) return syscall(SYS_ftruncate, descriptor, length);
    pthread_mutex_lock(&lock);
    int result = syscall(SYS_ftruncate, descriptor, length);
    if (!result) put(TRUNCATE, file, length, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate64(int descriptor, off64_t length) { return ftruncate(descriptor, length); }

int fallocate(int descriptor, int mode, off_t offset, off_t length) {
    uint64_t file = file_of(descriptor);
    if (!file) return syscall(SYS_fallocate, descriptor, mode, offset, length);
    if (mode) refuse("fallocate with a mode");
    pthread_mutex_lock(&lock);
    struct stat status;
    int result = syscall(SYS_fallocate, descriptor, mode, offset, length);
    if (!result && !fstat(descriptor, &status)) put(TRUNCATE, file, status.st_size, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int fallocate64(int descriptor, int mode, off64_t offset, off64_t length) {
    return fallocate(descriptor, mode, offset, length);
}

int posix_fallocate(int descriptor, off_t offset, off_t length) {
    return fallocate(descriptor, 0, offset, length) ? errno : 0;
}

int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
    return posix_fallocate(descriptor, offset, length);
}

/* Syncing. sync_file_range promises nothing about the disk's own memory or the file's length: it is let through. */

static int is_meant(int descriptor, const char *variable) {
    const char *sign = getenv(variable);
    int file = sign ? syscall(SYS_openat, AT_FDCWD, sign, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return 0;
    char ending[256], link[64], path[PATH_MAX];
    ssize_t wanted = read(file, ending, sizeof ending);
    syscall(SYS_close, file);
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path);
    return wanted > 0 && length >= wanted && !memcmp(path + length - wanted, ending, wanted);
}

static int sync_file(int descriptor, long number) {
    uint64_t file = file_of(descriptor);
    if (!file && number != SYS_syncfs) return syscall(number, descriptor);
    pthread_mutex_lock(&lock);
    /* With the lock held: whatever others have done is written down. */
    if (is_meant(descriptor, "POWERCUT_KILL")) kill(getpid(), SIGKILL);
    uint32_t turn = ++syncs;
    uint64_t named = number == SYS_syncfs ? 0 : file;
    put(SYNC_BEGINS, named, turn, getpid(), NULL, 0);
    pthread_mutex_unlock(&lock);
    int broken = is_meant(descriptor, "POWERCUT_BROKEN");
    int result = broken ? -1 : syscall(number, descriptor), kept = broken ? EIO : errno;
    pthread_mutex_lock(&lock);
    if (!result) put(SYNC_ENDS, named, turn, getpid(), NULL, 0);
    pthread_mutex_unlock(&lock);
    errno = kept;
    return result;
}

int fsync(int descriptor) { return sync_file(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return sync_file(descriptor, SYS_fdatasync); }
int syncfs(int descriptor) { return sync_file(descriptor, SYS_syncfs); }
void sync(void) { refuse("sync"); }

/* Names. */

static int named(enum kind kind, int directory, const char *path, long result(int, const char *, int), int argument) {
    char whole[PATH_MAX];
    const char *ours = below_root(directory, path, whole);
    if (!ours) return result(directory, path, argument);
    pthread_mutex_lock(&lock);
    int outcome = result(directory, path, argument);
    if (!outcome) put(kind, 0, 0, 0, ours, strlen(ours));
    pthread_mutex_unlock(&lock);
    return outcome;
}

static long make_directory(int directory, const char *path, int mode) {
    return syscall(SYS_mkdirat, directory, path, mode);
}

static long take_away(int directory, const char *path, int flags) {
    return syscall(SYS_unlinkat, directory, path, flags);
}

int mkdir(const char *path, mode_t mode) { return named(MAKE_DIRECTORY, AT_FDCWD, path, make_directory, mode); }
int mkdirat(int directory, const char *path, mode_t mode) {
    return named(MAKE_DIRECTORY, directory, path, make_directory, mode);
}
int unlink(const char *path) { return named(UNLINK, AT_FDCWD, path, take_away, 0); }
int rmdir(const char *path) { return named(REMOVE_DIRECTORY, AT_FDCWD, path, take_away, AT_REMOVEDIR); }
int unlinkat(int directory, const char *path, int flags) {
    return named(flags & AT_REMOVEDIR ? REMOVE_DIRECTORY : UNLINK, directory, path, take_away, flags);
}
int remove(const char *path) {
    int result = unlink(path);
    return result && errno == EISDIR ? rmdir(path) : result;
}

static int two_names(enum kind kind, int from, const char *source, int to, const char *target, int flags) {
    char before[PATH_MAX], after[PATH_MAX], both[2 * PATH_MAX];
    const char *old = below_root(from, source, before), *new = below_root(to, target, after);
    long number = kind == LINK ? SYS_linkat : SYS_renameat2;
    if (!old && !new) return syscall(number, from, source, to, target, flags);
    if (!old || !new) refuse("a name that crosses the directory's border");
    if (flags) refuse("a rename or link with flags");
    pthread_mutex_lock(&lock);
    int result = syscall(number, from, source, to, target, flags);
    if (!result) {
        size_t first = strlen(old) + 1, second = strlen(new);
        memcpy(both, old, first);
        memcpy(both + first, new, second);
        put(kind, 0, 0, 0, both, first + second);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int rename(const char *source, const char *target) {
    return two_names(RENAME, AT_FDCWD, source, AT_FDCWD, target, 0);
}
int renameat(int from, const char *source, int to, const char *target) {
    return two_names(RENAME, from, source, to, target, 0);
}
int renameat2(int from, const char *source, int to, const char *target, unsigned flags) {
    return two_names(RENAME, from, source, to, target, flags);
}
int link(const char *source, const char *target) { return two_names(LINK, AT_FDCWD, source, AT_FDCWD, target, 0); }
int linkat(int from, const char *source, int to, const char *target, int flags) {
    return two_names(LINK, from, source, to, target, flags);
}

/* What is not written down must not be used. */

static void *map(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    if (descriptor >= 0 && protection & PROT_WRITE && !(flags & MAP_PRIVATE) && file_of(descriptor)
        && !is_shared_memory[descriptor])
        refuse("a writable map");
    return (void *)syscall(SYS_mmap, address, length, protection, flags, descriptor, offset);
}

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    return map(address, length, protection, flags, descriptor, offset);
}
void *mmap64(void *address, size_t length, int protection, int flags, int descriptor, off64_t offset) {
    return map(address, length, protection, flags, descriptor, offset);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
    if (file_of(to)) refuse("sendfile");
    return syscall(SYS_sendfile, to, from, offset, length);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { return sendfile(to, from, offset, length); }

ssize_t copy_file_range(int from, off64_t *start, int to, off64_t *target, size_t length, unsigned flags) {
    if (file_of(to)) refuse("copy_file_range");
    return syscall(SYS_copy_file_range, from, start, to, target, length, flags);
}

ssize_t splice(int from, off64_t *start, int to, off64_t *target, size_t length, unsigned flags) {
    if (file_of(to)) refuse("splice");
    return syscall(SYS_splice, from, start, to, target, length, flags);
}

int truncate(const char *path, off_t length) {
    char whole[PATH_MAX];
    if (below_root(AT_FDCWD, path, whole)) refuse("truncate");
    return syscall(SYS_truncate, path, length);
}

int symlinkat(const char *content, int directory, const char *path) {
    char whole[PATH_MAX];
    if (below_root(directory, path, whole)) refuse("symlink");
    return syscall(SYS_symlinkat, content, directory, path);
}

int symlink(const char *content, const char *path) { return symlinkat(content, AT_FDCWD, path); }
