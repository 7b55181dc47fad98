using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Finds the producers that <c>[From]</c> and conditions name in one entry point.</summary>
internal sealed class NameSearch(
    PipelineModel model,
    EntryPointModel entryPoint,
    ProducerTable producers,
    NameTable names
)
{
    /// <summary>
    /// Returns the producer that <c>[From]</c> names, or the merge of the producers if it names several.
    /// </summary>
    /// <param name="from">The names.</param>
    /// <param name="source">The source of the stage that uses them.</param>
    /// <param name="self">The stage that uses them, or -1 for an output.</param>
    /// <param name="taken">The value that is taken from the producer.</param>
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

            if (Misfit(found.Binding, taken, sources) is { } misfit)
            {
                return misfit with { Name = name };
            }

            sources.Add(found.Binding);
        }

        return Resolution.Bound(
            sources.Count == 1 ? sources[0] : new Binding(BindingKind.Merge) { Sources = sources.ToEquatableArray() }
        );
    }

    /// <summary>Returns the stage, method or input that a condition names, whatever its type is.</summary>
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

    private Resolution? Misfit(Binding producer, Taken taken, List<Binding> before)
    {
        if (before.Contains(producer))
        {
            return new Resolution(ResolutionKind.NamedTwice, producer, []);
        }

        if (!Fits(producer, taken))
        {
            return new Resolution(NearMiss(producer, taken), producer, [producer]);
        }

        // A single loop enumerates whichever collection is taken, so all must have the same type.
        return taken.IsEach && before.Count > 0 && TypeOf(producer) != TypeOf(before[0])
            ? new Resolution(ResolutionKind.OtherCollection, producer, [before[0]])
            : null;
    }

    private bool Fits(Binding producer, Taken taken) =>
        producer.Kind == BindingKind.Stage
            ? producers.Accepts(model.Stages[producer.Index], taken)
            : producers.Accepts(TypeOf(producer), taken);

    private ResolutionKind NearMiss(Binding producer, Taken taken)
    {
        if (taken.IsEach)
        {
            return
                producers.Accepts(TypeOf(producer), new Taken(taken.Type))
                || producers.Accepts(TypeOf(producer), taken with { Flatten = !taken.Flatten })
                ? ResolutionKind.NoCollection
                : ResolutionKind.WrongType;
        }

        return producer.Kind == BindingKind.Stage && producers.GivesAsResult(model.Stages[producer.Index], taken.Type)
            ? ResolutionKind.OneOfResults
            : ResolutionKind.WrongType;
    }

    private int TypeOf(Binding producer) => ProducedType.Of(model, entryPoint, producer);
}
