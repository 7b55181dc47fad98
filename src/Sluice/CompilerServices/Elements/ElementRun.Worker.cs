using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <content>The workers, each of which handles one element at a time.</content>
internal sealed partial class ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>
{
    private sealed class Worker : IThreadPoolWorkItem
    {
        public readonly Action Continuation;
        public ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>? Run;
        public Worker? NextParked;
        public ElementStep Step;
        public int Index;
        public TItem Item = default!;
        public TAwaiter Awaiter;
        public ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter Pulling;

        public Worker() => Continuation = Continue;

        public void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

        public void Execute()
        {
            if (!Run!.TryEnter(out var previous))
            {
                Queue();
                return;
            }

            Run.Drain(this);
            Leave(previous);
        }

        /// <summary>Clears everything that belongs to the fan-out.</summary>
        public void Clear()
        {
            Run = null;
            NextParked = null;
            Item = default!;
            Awaiter = default;
            Pulling = default;
        }

        private void Continue()
        {
            // An element may end on a thread outside the thread pool, which must not run the offloaded elements after it.
            if (Run!._settings.IsOffloaded && !Thread.CurrentThread.IsThreadPoolThread)
            {
                Queue();
                return;
            }

            Execute();
        }
    }
}
