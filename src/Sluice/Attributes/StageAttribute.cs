namespace Sluice;

/// <summary>
/// Marks a method as a stage. Its parameters are its dependencies, each on the stage or input that produces the parameter's type;
/// what it returns is its output. A stage that returns nothing is an effect.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StageAttribute : Attribute
{
    /// <summary>
    /// The stage's name, by which <see cref="FromAttribute"/> and <see cref="AfterAttribute"/> may refer to it. By default the
    /// method's name without <c>Async</c> at its end.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether what the stage produces is disposed of when the run ends, however it ends: the last that was completed first, between
    /// the clean-ups that stages have registered. What an entry point returns is the caller's, and is disposed of only where the run
    /// fails, so that nobody gets it.
    /// </summary>
    /// <remarks>
    /// Asynchronously where it is <see cref="IAsyncDisposable"/> and the entry point is asynchronous. What disposing throws is treated
    /// as what a clean-up throws: the run fails with it, or has it beside the failure that it ends with. Nothing else is ever
    /// disposed of.
    /// </remarks>
    public bool Dispose { get; set; }

    /// <summary>
    /// The names of the entry points that may run this effect. By default every entry point runs it that provides what it needs.
    /// </summary>
    /// <remarks>It restricts effects only: whether a stage with an output runs is decided by who needs the output.</remarks>
#pragma warning disable CA1819 // An attribute's argument can only be an array.
    public string[]? Only { get; set; }
#pragma warning restore CA1819

    /// <summary>
    /// Whether this effect is wanted: it runs, with all that it needs, in each entry point from whose inputs that can be derived, and it is
    /// an error if that is none. By default an effect runs only where what it needs is there anyway.
    /// </summary>
    /// <remarks>Together with <see cref="Only"/>, each entry point that is named must be able to run it.</remarks>
    public bool Required { get; set; }

    /// <summary>
    /// Whether the stage may skip itself, if it returns an <see cref="Outcome{T}"/>. With <see langword="false"/> it promises to give a value
    /// wherever it runs, or to fail, to ask for a retry, or to cancel the run: then its output is not one that may be absent.
    /// </summary>
    /// <remarks>The default is <see langword="true"/>. A stage that breaks the promise fails with an <see cref="InvalidOperationException"/>.</remarks>
    public bool Skips { get; set; } = true;
}
