using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Finds, for one entry point, the producers that <c>[From]</c> and conditions name.</summary>
internal sealed class NameSearch(
    PipelineModel model,
    EntryPointModel entryPoint,
    ProducerTable producers,
    NameTable names
)
{
    /// <summary>The producer that <c>[From]</c> names; of several names, the merge of their producers.</summary>
    /// <param name="from">The names.</param>
    /// <param name="source">The source of the stage that uses them.</param>
    /// <param name="self">The stage that uses them, or -1.</param>
    /// <param name="taken">What is taken of the producer.</param>
    public Resolution Producer(EquatableArray<string> from, int source, int self, Taken taken)
    {
        var sources = new List<Binding>();
        foreach (var name in from)
        {
            var found = Find(name, names.Stages(name, source), self);
            if (!found.IsBound)
            {
                return found;
            }

            var kind =
                sources.Contains(found.Binding) ? ResolutionKind.NamedTwice
                : !Fits(found.Binding, taken, sources) ? Misfit(found.Binding, taken)
                : ResolutionKind.Bound;
            if (kind != ResolutionKind.Bound)
            {
                return new Resolution(kind, found.Binding, [found.Binding]) { Name = name };
            }

            sources.Add(found.Binding);
        }

        return Resolution.Bound(
            sources.Count == 1 ? sources[0] : new Binding(BindingKind.Merge) { Sources = sources.ToEquatableArray() }
        );
    }

    /// <summary>The stage, method or input whose value a condition names, whatever its type.</summary>
    public Resolution Condition(string name, int source, int self) =>
        Find(name, names.StagesAndConditions(name, source), self);

    private Resolution Find(string name, IReadOnlyList<int> stages, int self)
    {
        var candidates = stages.Select(stage => new Binding(BindingKind.Stage, stage)).ToList();
        for (var input = 0; input < entryPoint.Inputs.Count; input++)
        {
            if (string.Equals(entryPoint.Inputs[input].Name, name, StringComparison.Ordinal))
            {
                candidates.Add(new Binding(BindingKind.Input, input));
            }
        }

        var kind = candidates.Count switch
        {
            0 => names.IsInput(name) ? ResolutionKind.InputOfOthers : ResolutionKind.UnknownName,
            > 1 => ResolutionKind.AmbiguousName,
            _ when candidates[0] == new Binding(BindingKind.Stage, self) => ResolutionKind.Itself,
            _ => ResolutionKind.Bound,
        };
        return kind == ResolutionKind.Bound
            ? Resolution.Bound(candidates[0])
            : new Resolution(kind, Resolution.Nothing, candidates) { Name = name };
    }

    // One loop goes through the elements of whichever collection is taken, so that all have to have one type.
    private bool Fits(Binding producer, Taken taken, List<Binding> before) =>
        (
            producer.Kind == BindingKind.Stage
                ? producers.Accepts(model.Stages[producer.Index], taken)
                : producers.Accepts(entryPoint.Inputs[producer.Index].Type, taken)
        )
        && (
            !taken.IsEach
            || before.Count == 0
            || ProducedType.Of(model, entryPoint, producer) == ProducedType.Of(model, entryPoint, before[0])
        );

    private ResolutionKind Misfit(Binding producer, Taken taken)
    {
        var type = ProducedType.Of(model, entryPoint, producer);
        return taken.IsEach && producers.Accepts(type, new Taken(taken.Type)) ? ResolutionKind.NoCollection
            : taken.IsEach && producers.Accepts(type, taken with { Flatten = !taken.Flatten })
                ? ResolutionKind.NoCollection
            : !taken.IsEach
            && producer.Kind == BindingKind.Stage
            && producers.GivesAsResult(model.Stages[producer.Index], taken.Type)
                ? ResolutionKind.OneOfResults
            : ResolutionKind.WrongType;
    }
}
