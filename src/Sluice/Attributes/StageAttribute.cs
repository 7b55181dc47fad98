namespace Sluice;

/// <summary>
/// Marks a method as a stage. Each parameter is a dependency on the stage or input that produces the parameter's type,
/// and the return value is the stage's output. A stage that returns no value is an effect.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StageAttribute : Attribute
{
    /// <summary>
    /// The name by which attributes such as <see cref="FromAttribute"/> and <see cref="AfterAttribute"/> refer to the
    /// stage. The default is the name of the method without the <c>Async</c> suffix.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the stage's output is disposed when the run ends, however it ends. The default is
    /// <see langword="false"/>: the framework does not dispose the output.
    /// </summary>
    /// <remarks>
    /// Outputs are disposed in reverse order of completion, interleaved with the registered clean-ups.
    /// <see cref="IAsyncDisposable"/> is used if the entry point is asynchronous. The output of an entry point belongs
    /// to the caller; it is disposed only if the run fails and the caller does not receive it. An exception from
    /// disposal is treated as an exception from a clean-up: it fails a run that had succeeded, and it is attached to
    /// the failure of a run that had not.
    /// </remarks>
    public bool Dispose { get; set; }

    /// <summary>
    /// The names of the entry points that may run this effect. By default, every entry point that provides its
    /// dependencies runs it.
    /// </summary>
    /// <remarks>
    /// The property applies only to effects. A stage with an output runs if another stage or the entry point needs that
    /// output.
    /// </remarks>
#pragma warning disable CA1819 // An attribute's argument can only be an array.
    public string[]? Only { get; set; }
#pragma warning restore CA1819

    /// <summary>
    /// Whether this effect runs, together with all that it needs, in each entry point from whose inputs that can be
    /// derived. By default, an effect of an entry point with an output runs only if its dependencies are available
    /// anyway.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The property applies only to effects and guards. The effect is skipped as usual if its condition does not hold or
    /// a value that it needs is absent. Entry points that lack an input for it do not run it. If no entry point can run
    /// an effect of the pipeline's own class, the compiler reports an error.
    /// </para>
    /// <para>If <see cref="Only"/> is set as well, each entry point that it names must be able to run the effect.</para>
    /// </remarks>
    public bool Always { get; set; }

    /// <summary>
    /// Whether a stage that returns an <see cref="Outcome{T}"/> may skip itself. If <see langword="false"/>, the stage
    /// promises to return a value, fail, ask for a retry or cancel the run, and its output is treated as always
    /// present.
    /// </summary>
    /// <remarks>The default is <see langword="true"/>. A stage that breaks the promise fails with an <see cref="InvalidOperationException"/>.</remarks>
    public bool Skips { get; set; } = true;
}
