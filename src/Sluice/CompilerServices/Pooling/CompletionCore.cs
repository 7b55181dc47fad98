using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>The state of an operation that completes once and resumes at most one awaiter.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>
/// It takes the place of <see cref="ManualResetValueTaskSourceCore{TResult}"/>, which queues a work item if the operation completes
/// after the awaiter has read <c>IsCompleted</c> and before it registers its continuation. Here the registering thread calls the
/// continuation itself, so that this race costs neither an allocation nor a change of threads.
/// <para>
/// One field decides the race: the registering thread replaces <see langword="null"/> by the continuation, the completing thread
/// replaces <see langword="null"/> by a mark. The second of the two sees what the first has written. The operation counts as completed
/// once the field holds the mark, and the completing thread reads and writes nothing here after that: an awaiter may take the result
/// and use the object again at once.
/// </para>
/// A mutable struct: it must be a field, and must not be copied.
/// </remarks>
internal struct CompletionCore<T>
{
    // The continuation, or the mark of a completed operation. Null as long as neither is known.
    private Action<object?>? _continuation;
    private object? _state;
    private object? _context;
    private ExceptionDispatchInfo? _failure;
    private T? _result;
    private ValueTaskSourceStatus _stored;

    /// <summary>Whether the completing thread queues the continuation instead of calling it.</summary>
    public bool QueuesContinuation { get; init; }

    /// <summary>Whether the operation has completed.</summary>
    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Continuations.Completed);

    /// <summary>The status of the operation.</summary>
    public ValueTaskSourceStatus Status => IsCompleted ? _stored : ValueTaskSourceStatus.Pending;

    /// <summary>The exception of a completed operation, or <see langword="null"/> if it succeeded.</summary>
    public readonly ExceptionDispatchInfo? Failure => _failure;

    /// <summary>The result of an operation that has succeeded.</summary>
    public readonly T Result => _result!;

    /// <summary>Stores the result. The operation has not completed until <see cref="Complete"/> is called.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="InvalidOperationException">A result or a failure is stored already.</exception>
    public void StoreResult(T result)
    {
        ThrowIfStored();
        _result = result;
        _stored = ValueTaskSourceStatus.Succeeded;
    }

    /// <summary>Stores a failure. The operation has not completed until <see cref="Complete"/> is called.</summary>
    /// <param name="failure">The exception, with the stack trace that each awaiter throws it with.</param>
    /// <param name="isCancellation">Whether the operation counts as cancelled.</param>
    /// <exception cref="InvalidOperationException">A result or a failure is stored already.</exception>
    public void StoreFailure(ExceptionDispatchInfo failure, bool isCancellation)
    {
        ThrowIfStored();
        _failure = failure;
        _stored = isCancellation ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted;
    }

    /// <summary>Completes the operation and resumes its awaiter. The object must not be touched afterwards.</summary>
    public void Complete()
    {
        Debug.Assert(_stored != ValueTaskSourceStatus.Pending, "There is no result to complete with.");
        var continuation =
            Volatile.Read(ref _continuation)
            ?? Interlocked.CompareExchange(ref _continuation, Continuations.Completed, null);
        if (continuation is null)
        {
            return;
        }

        Debug.Assert(!ReferenceEquals(continuation, Continuations.Completed), "It has completed already.");
        var state = _state;
        var context = _context;
        var queues = QueuesContinuation;
        Volatile.Write(ref _continuation, Continuations.Completed);
        if (context is null && !queues)
        {
            continuation(state);
        }
        else
        {
            Continuations.Resume(continuation, state, context, queues);
        }
    }

    /// <summary>
    /// Registers the awaiter's continuation. If the operation has completed meanwhile, the continuation is called before the method
    /// returns, unless it belongs to a scheduler. The object must not be touched afterwards.
    /// </summary>
    /// <param name="continuation">The continuation.</param>
    /// <param name="state">Its argument.</param>
    /// <param name="flags">Which parts of the calling thread's context the continuation is called in.</param>
    /// <exception cref="InvalidOperationException">Another continuation is registered.</exception>
    public void OnCompleted(Action<object?> continuation, object? state, ValueTaskSourceOnCompletedFlags flags)
    {
        var context = flags == ValueTaskSourceOnCompletedFlags.None ? null : Continuations.Capture(flags);
        var present = Volatile.Read(ref _continuation);
        if (present is null)
        {
            _state = state;
            _context = context;
            present = Interlocked.CompareExchange(ref _continuation, continuation, null);
            if (present is null)
            {
                return;
            }
        }

        if (!ReferenceEquals(present, Continuations.Completed))
        {
            throw new InvalidOperationException("The operation is awaited already.");
        }

        Continuations.ResumeHere(continuation, state, context);
    }

    /// <summary>Makes the object ready for another operation.</summary>
    public void Reset()
    {
        Debug.Assert(IsCompleted, "The operation is still under way.");
        _state = null;
        _context = null;
        _failure = null;
        _result = default;
        _stored = ValueTaskSourceStatus.Pending;
        _continuation = null;
    }

    private readonly void ThrowIfStored()
    {
        if (_stored != ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException("The operation has completed already.");
        }
    }
}
