using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What the search for the producer of a parameter, an output or a condition ended with.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Binding">
/// The producer that was found; stages by their index in the model, as there is no graph yet.
/// </param>
/// <param name="Candidates">Where several fit, or none quite does, which. Stages by their index in the model.</param>
internal sealed record Resolution(ResolutionKind Kind, Binding Binding, IReadOnlyList<Binding> Candidates)
{
    /// <summary>What stands for the producer where none was found.</summary>
    public static Binding Nothing { get; } = new(BindingKind.DefaultValue);

    public static Resolution Missing { get; } = new(ResolutionKind.Missing, Nothing, []);

    public static Resolution Itself { get; } = new(ResolutionKind.Itself, Nothing, []);

    public static Resolution DefaultValue { get; } = Bound(new Binding(BindingKind.DefaultValue));

    /// <summary>The name at which the search ended, or <see langword="null"/> where it was by type.</summary>
    public string? Name { get; init; }

    public bool IsBound => Kind == ResolutionKind.Bound;

    /// <summary>The stages that the value may come from, by their index in the model.</summary>
    public IEnumerable<int> Stages =>
        IsBound
            ? Binding.Producers.Where(producer => producer.Kind == BindingKind.Stage).Select(producer => producer.Index)
            : [];

    public static Resolution Bound(Binding binding) => new(ResolutionKind.Bound, binding, []);

    /// <summary>
    /// What is left of it where only some stages give values: of a merge the sources among them, in their order. Where none is left, the
    /// call leaves the argument out.
    /// </summary>
    public Resolution Among(Func<int, bool> stages)
    {
        var left = IsBound
            ? Binding.Producers.Where(producer => producer.Kind != BindingKind.Stage || stages(producer.Index)).ToList()
            : [];
        return left.Count switch
        {
            0 => DefaultValue,
            1 => Bound(left[0] with { IsEach = Binding.IsEach }),
            _ => Bound(Binding with { Sources = left.ToEquatableArray() }),
        };
    }
}
