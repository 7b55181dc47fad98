namespace Sluice.Compiler.Bind;

/// <summary>What the search for the producer of a parameter or an output ended with.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Binding">
/// The producer that was found; where it is a stage, by its index in the model, as there is no graph yet.
/// </param>
/// <param name="Candidates">Where several fit, which. Stages by their index in the model.</param>
internal sealed record Resolution(ResolutionKind Kind, Binding Binding, IReadOnlyList<Binding> Candidates)
{
    /// <summary>What stands for the producer where none was found.</summary>
    public static Binding Nothing { get; } = new(BindingKind.DefaultValue);

    public static Resolution Missing { get; } = new(ResolutionKind.Missing, Nothing, []);

    public static Resolution Itself { get; } = new(ResolutionKind.Itself, Nothing, []);

    public static Resolution UnknownName { get; } = new(ResolutionKind.UnknownName, Nothing, []);

    public static Resolution InputOfOthers { get; } = new(ResolutionKind.InputOfOthers, Nothing, []);

    public static Resolution DefaultValue { get; } = Bound(new Binding(BindingKind.DefaultValue));

    public bool IsBound => Kind == ResolutionKind.Bound;

    /// <summary>The stage that produces the value, by its index in the model, or -1.</summary>
    public int Stage => IsBound && Binding.Kind == BindingKind.Stage ? Binding.Index : -1;

    public static Resolution Bound(Binding binding) => new(ResolutionKind.Bound, binding, []);
}
