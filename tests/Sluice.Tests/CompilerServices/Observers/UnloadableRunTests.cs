using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Observers;

/// <summary>
/// A thread keeps the idle object of a run for itself, unless the type of the object can be unloaded. Such an object goes to the
/// pool, where any thread can rent it.
/// </summary>
public sealed class UnloadableRunTests
{
    private const int Rounds = 20;
    private static readonly string[] Names = ["Load"];
    private static readonly int[] Numbers = [0];

    [Fact]
    public void A_thread_keeps_an_idle_observed_run_for_itself() =>
        Assert.Equal(0, CountHandedOn(() => Observe<Silent<string>>()));

    [Fact]
    public void A_thread_keeps_no_observed_run_whose_observer_can_be_unloaded()
    {
        var type = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("Unloadable"), AssemblyBuilderAccess.RunAndCollect)
            .DefineDynamicModule("Unloadable")
            .DefineType("Anything", TypeAttributes.Public)
            .CreateType();
        var observer = typeof(Silent<>).MakeGenericType(type);
        Assert.True(observer.IsCollectible);
        var observe = typeof(UnloadableRunTests)
            .GetMethod(nameof(Observe), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(observer)
            .CreateDelegate<Func<object>>();

        // Not in every round: the pool may release idle objects during a collection.
        Assert.InRange(CountHandedOn(observe), 1, Rounds);
    }

    [Fact]
    public void A_thread_keeps_a_scope_for_itself() =>
        Assert.Equal(0, CountHandedOn(() => Open(typeof(RunScope).Assembly)));

    [Fact]
    public void A_thread_keeps_no_scope_of_a_library_that_can_be_unloaded()
    {
        var context = new AssemblyLoadContext("Unloadable", isCollectible: true);
        try
        {
            var library = context.LoadFromAssemblyPath(typeof(RunScope).Assembly.Location);

            Assert.InRange(CountHandedOn(() => Open(library)), 1, Rounds);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Counts how often a thread gets the object that the previous thread used.</summary>
    private static int CountHandedOn(Func<object> use)
    {
        var handedOn = 0;
        var last = default(object);
        for (var round = 0; round <= Rounds; round++)
        {
            var used = default(object);
            var failure = default(Exception);
            var thread = new Thread(() => failure = Record.Exception(() => used = use())) { IsBackground = true };
            thread.Start();
            thread.JoinOrHang();
            Assert.Null(failure);
            handedOn += ReferenceEquals(last, used) ? 1 : 0;
            last = used;
        }

        return handedOn;
    }

    private static ObservedRun<TObserver> Observe<TObserver>()
        where TObserver : struct, IRunObserver
    {
        var stages = new ReportedStages("Shop.Checkout", Names, Numbers);
        var run = RunScope.Observe(stages, "Run", default(TObserver), null, isSynchronous: true, default);
        run.Close();
        return run;
    }

    private static object Open(Assembly library)
    {
        var stages = Activator.CreateInstance(
            library.GetType(typeof(ReportedStages).FullName!)!,
            "Shop.Checkout",
            Names,
            Numbers
        );
        var type = library.GetType(typeof(RunScope).FullName!)!;
        var scope = type.GetMethod(nameof(RunScope.Open))!.Invoke(null, [stages, null, true, CancellationToken.None])!;
        type.GetMethod(nameof(RunScope.Close))!.Invoke(scope, [null, false, false, null]);
        return scope;
    }

    /// <summary>A type that can be unloaded if <typeparamref name="T"/> can.</summary>
    private readonly struct Silent<T> : IRunObserver
    {
        public void Observe(in RunEvent runEvent) { }
    }
}
