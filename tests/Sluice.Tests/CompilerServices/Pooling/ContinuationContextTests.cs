using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A continuation is called where the core of the .NET runtime would call it.</summary>
public sealed class ContinuationContextTests
{
    private static readonly AsyncLocal<string?> Local = new();

    public static TheoryData<ValueTaskSourceOnCompletedFlags, string, bool, bool> AwaitedFirst
    {
        get
        {
            var data = new TheoryData<ValueTaskSourceOnCompletedFlags, string, bool, bool>();
            foreach (var flags in AllFlags())
            {
                foreach (var scheduler in (string[])["none", "default", "context", "scheduler"])
                {
                    foreach (var queues in (bool[])[false, true])
                    {
                        data.Add(flags, scheduler, queues, false);
                        data.Add(flags, scheduler, queues, true);
                    }
                }
            }

            return data;
        }
    }

    public static TheoryData<ValueTaskSourceOnCompletedFlags, string> CompletedFirst
    {
        get
        {
            var data = new TheoryData<ValueTaskSourceOnCompletedFlags, string>();
            foreach (var flags in AllFlags())
            {
                data.Add(flags, "context");
                data.Add(flags, "scheduler");
                data.Add(flags, "none");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AwaitedFirst))]
    public void An_awaiter_that_comes_first_is_resumed_in_its_context(
        ValueTaskSourceOnCompletedFlags flags,
        string scheduler,
        bool queues,
        bool suppressesFlow
    ) =>
        Assert.Equal(
            Observe(new RuntimeSource(queues), flags, scheduler, suppressesFlow),
            Observe(new TestSource(queues), flags, scheduler, suppressesFlow)
        );

    [Theory]
    [MemberData(nameof(CompletedFirst))]
    public void An_awaiter_that_comes_late_is_resumed_in_its_context(
        ValueTaskSourceOnCompletedFlags flags,
        string scheduler
    )
    {
        var expected = ObserveLate(new RuntimeSource(), flags, scheduler);
        var actual = ObserveLate(new TestSource(), flags, scheduler);

        if (expected.Posts > 0)
        {
            Assert.Equal(expected, actual);
        }
        else if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0)
        {
            Assert.Equal("of the awaiter", expected.Local);
            Assert.Equal("of the awaiter", actual.Local);
            Assert.Equal("of the awaiter", actual.LocalAfter);
        }

        // The runtime has the thread pool call it.
        Assert.Equal(expected.Posts == 0, expected.IsCompletingThread != actual.IsCompletingThread);
        Assert.True(actual.IsCompletingThread);
    }

    private static IEnumerable<ValueTaskSourceOnCompletedFlags> AllFlags() =>
        [
            ValueTaskSourceOnCompletedFlags.None,
            ValueTaskSourceOnCompletedFlags.FlowExecutionContext,
            ValueTaskSourceOnCompletedFlags.UseSchedulingContext,
            ValueTaskSourceOnCompletedFlags.FlowExecutionContext | ValueTaskSourceOnCompletedFlags.UseSchedulingContext,
        ];

    /// <summary>Awaits an operation on one thread and completes it on another.</summary>
    private static Surroundings Observe(
        ITestSource source,
        ValueTaskSourceOnCompletedFlags flags,
        string scheduler,
        bool suppressesFlow
    )
    {
        using var probe = new ContinuationProbe(source, Local);
        OnThread(() => probe.Await(flags, scheduler));
        OnThread(() =>
        {
            Local.Value = "of the completing thread";
            if (suppressesFlow)
            {
                using (ExecutionContext.SuppressFlow())
                {
                    probe.Complete();
                    Assert.True(ExecutionContext.IsFlowSuppressed());
                }
            }
            else
            {
                probe.Complete();
                Assert.False(ExecutionContext.IsFlowSuppressed());
            }

            probe.End();
        });
        return probe.Result;
    }

    /// <summary>Completes an operation and awaits it on the same thread.</summary>
    private static Surroundings ObserveLate(ITestSource source, ValueTaskSourceOnCompletedFlags flags, string scheduler)
    {
        using var probe = new ContinuationProbe(source, Local);
        OnThread(() =>
        {
            probe.Complete();
            probe.Await(flags, scheduler);
            probe.End();
        });
        return probe.Result;
    }

    private static void OnThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action)) { IsBackground = true };
        thread.Start();
        thread.JoinOrHang();
        Assert.Null(failure);
    }
}
