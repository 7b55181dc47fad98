using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Finds, for one entry point, the producer of a parameter or an output: the binding rules in their order.</summary>
internal sealed class ProducerSearch(
    PipelineModel model,
    EntryPointModel entryPoint,
    ProducerTable producers,
    NameTable names
)
{
    private const int NoStage = -1;

    /// <summary>The producer of a parameter that is a dependency.</summary>
    public Resolution Parameter(int stage, ParameterModel parameter)
    {
        if (parameter.From.Count > 0)
        {
            var name = parameter.From[0];
            var named = Named(name, model.Stages[stage].Source, stage, parameter.Type);
            return named.Kind == ResolutionKind.InputOfOthers && parameter.HasDefaultValue
                ? Resolution.DefaultValue
                : named;
        }

        return ByType(parameter.Type, parameter.Name, stage, withStages: true, withInputs: true)
            ?? (
                parameter.HasDefaultValue ? Resolution.DefaultValue
                : producers.Accepts(model.Stages[stage].OutputType, parameter.Type) ? Resolution.Itself
                : Resolution.Missing
            );
    }

    /// <summary>The producer of an output of the entry point.</summary>
    /// <remarks>
    /// Unless a tuple's element has its name, an input is a candidate only where no stage fits. By the letter of the rules for
    /// parameters, an entry point that takes a string and returns one would be ambiguous whatever its stages are, and nobody writes
    /// an entry point to get its input back.
    /// </remarks>
    public Resolution Output(OutputModel output)
    {
        if (output.From.Count > 0)
        {
            var name = output.From[0];
            return Named(name, source: 0, NoStage, output.Type);
        }

        var any = ByType(output.Type, output.Name, NoStage, withStages: true, withInputs: true);
        return any is { IsBound: true } && HasName(any.Binding, output.Name)
            ? any
            : ByType(output.Type, output.Name, NoStage, withStages: true, withInputs: false)
                ?? any
                ?? Resolution.Missing;
    }

    private bool HasName(Binding producer, string? name) =>
        string.Equals(
            producer.Kind == BindingKind.Stage
                ? model.Stages[producer.Index].SimpleName
                : entryPoint.Inputs[producer.Index].Name,
            name,
            StringComparison.OrdinalIgnoreCase
        );

    private Resolution Named(string name, int source, int self, int type)
    {
        var candidates = new List<Binding>();
        foreach (var stage in names.Stages(name, source))
        {
            candidates.Add(new Binding(BindingKind.Stage, stage));
        }

        for (var input = 0; input < entryPoint.Inputs.Count; input++)
        {
            if (string.Equals(entryPoint.Inputs[input].Name, name, StringComparison.Ordinal))
            {
                candidates.Add(new Binding(BindingKind.Input, input));
            }
        }

        return candidates.Count switch
        {
            0 => names.IsInput(name) ? Resolution.InputOfOthers : Resolution.UnknownName,
            > 1 => new Resolution(ResolutionKind.AmbiguousName, Resolution.Nothing, candidates),
            _ when candidates[0] == new Binding(BindingKind.Stage, self) => Resolution.Itself,
            _ when !producers.Accepts(TypeOf(candidates[0]), type) => new Resolution(
                ResolutionKind.WrongType,
                candidates[0],
                candidates
            ),
            _ => Resolution.Bound(candidates[0]),
        };
    }

    private int TypeOf(Binding producer) =>
        producer.Kind == BindingKind.Stage
            ? model.Stages[producer.Index].OutputType
            : entryPoint.Inputs[producer.Index].Type;

    private Resolution? ByType(int type, string? name, int self, bool withStages, bool withInputs)
    {
        var underlying = model.Types[type].NullableUnderlying;
        return Among(producers.Identical(type), input => input == type)
            ?? Among(producers.Convertible(type), input => producers.IsConvertible(input, type))
            ?? (underlying < 0 ? null : Among(producers.Identical(underlying), input => input == underlying));

        Resolution? Among(ProducerGroup stages, Func<int, bool> accepts)
        {
            var all = Candidates(withStages ? stages.Stages : [], withInputs, accepts, self, name: null);
            if (all.Count <= 1)
            {
                return all.Count == 0 ? null : Resolution.Bound(all[0]);
            }

            var named = name is null
                ? []
                : Candidates(withStages ? stages.Named(name) : [], withInputs, accepts, self, name);
            return named.Count == 1
                ? Resolution.Bound(named[0])
                : new Resolution(ResolutionKind.Ambiguous, Resolution.Nothing, named.Count > 1 ? named : all);
        }
    }

    // More candidates than a message would list are not collected: ten thousand stages of one type must not cost ten thousand squared.
    private List<Binding> Candidates(
        IReadOnlyList<int> stages,
        bool withInputs,
        Func<int, bool> accepts,
        int self,
        string? name
    )
    {
        var candidates = new List<Binding>();
        for (var index = 0; withInputs && index < entryPoint.Inputs.Count; index++)
        {
            var input = entryPoint.Inputs[index];
            if (
                accepts(input.Type)
                && (name is null || string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))
            )
            {
                candidates.Add(new Binding(BindingKind.Input, index));
            }
        }

        foreach (var stage in stages)
        {
            if (candidates.Count > Phrases.LongestList)
            {
                break;
            }

            if (stage != self)
            {
                candidates.Add(new Binding(BindingKind.Stage, stage));
            }
        }

        return candidates;
    }
}
