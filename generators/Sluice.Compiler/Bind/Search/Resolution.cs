using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The result of the search for the producer of a parameter, an output or a condition.</summary>
/// <param name="Kind">The kind of result.</param>
/// <param name="Binding">
/// The producer that was found. Stages are identified by their index in the model, since there is no graph yet.
/// </param>
/// <param name="Candidates">
/// The candidates if several fit or none fits exactly. Stages are identified by their index in the model.
/// </param>
internal sealed record Resolution(ResolutionKind Kind, Binding Binding, IReadOnlyList<Binding> Candidates)
{
    /// <summary>A placeholder for the binding if no producer was found.</summary>
    public static Binding Nothing { get; } = new(BindingKind.DefaultValue);

    public static Resolution Missing { get; } = new(ResolutionKind.Missing, Nothing, []);

    public static Resolution Itself { get; } = new(ResolutionKind.Itself, Nothing, []);

    public static Resolution DefaultValue { get; } = Bound(new Binding(BindingKind.DefaultValue));

    /// <summary>The name for which the search failed, or <see langword="null"/> if the search was by type.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a condition has tested that the value is of the type of the parameter.</summary>
    public bool IsNarrowed { get; init; }

    public bool IsBound => Kind == ResolutionKind.Bound;

    /// <summary>The indexes of the stages that the value may come from.</summary>
    public IEnumerable<int> Stages =>
        IsBound
            ? Binding.Producers.Where(producer => producer.Kind == BindingKind.Stage).Select(producer => producer.Index)
            : [];

    public static Resolution Bound(Binding binding) => new(ResolutionKind.Bound, binding, []);

    /// <summary>
    /// Returns the resolution restricted to the stages that provide values; a merge keeps such sources in order. If no
    /// producer remains, the call omits the argument.
    /// </summary>
    public Resolution Among(Func<int, bool> stages)
    {
        var left = IsBound
            ? Binding.Producers.Where(producer => producer.Kind != BindingKind.Stage || stages(producer.Index)).ToList()
            : [];
        if (IsBound && Binding.Kind == BindingKind.All)
        {
            return Bound(Binding with { Sources = left.ToEquatableArray() });
        }

        return left.Count switch
        {
            0 => DefaultValue,
            1 => Bound(left[0] with { IsEach = Binding.IsEach }),
            _ => Bound(Binding with { Sources = left.ToEquatableArray() }),
        };
    }
}
