using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>The names of everything that is emitted for one entry point, taken in one pass.</summary>
internal sealed class EntryPointNames
{
    private readonly string[] _stages;
    private readonly string[] _inputs;
    private readonly Dictionary<Place, string> _elements = [];

    /// <param name="model">The pipeline.</param>
    /// <param name="program">The entry point.</param>
    /// <param name="typeMembers">The names of the members of the pipeline.</param>
    /// <param name="policyMethods">The methods of policies that entry points share.</param>
    public EntryPointNames(
        PipelineModel model,
        LoweredEntryPoint program,
        Identifiers typeMembers,
        Dictionary<PolicyMethodKey, PolicyMethodNames> policyMethods
    )
    {
        var entryPoint = program.Declaration;
        var method = Identifiers.Pascal(entryPoint.MethodName);
        string[] parameters =
        [
            .. entryPoint.Inputs.Select(input => input.Name),
            .. new[] { entryPoint.CancellationToken, entryPoint.RunContext, entryPoint.Observer }.OfType<string>(),
        ];
        var fields = new Identifiers(RunMembers.Fields);
        _inputs = [.. entryPoint.Inputs.Select(input => Identifiers.Camel(fields.Take(input.Name)))];
        // All code of the entry point shares one table. A stage's output is a local in some code and a field in other code.
        var names = new Identifiers(
            [
                .. parameters,
                .. _inputs,
                .. _inputs.Concat(RunMembers.Fields).Select(field => "_" + field),
                .. RunMembers.Names,
            ],
            StringComparer.Ordinal
        );
        Locals = new LocalNames(names);
        Type = typeMembers.Take(method + (program.Shape.IsStraightLine ? "Values" : "Run"), names);
        _stages =
        [
            .. program.Stages.Select(stage =>
                names.TakeForStage(Identifiers.Pascal(BaseName(stage.Declaration)), stage.Merges.Count)
            ),
        ];
        foreach (var stage in program.Stages.Where(stage => stage.Call.Elements is not null))
        {
            _elements.Add(stage.Place, typeMembers.Take(_stages[stage.Place.Value] + "Element", names));
        }

        if (program.Run.IsStreamed)
        {
            StreamedRun = typeMembers.Take(method + "StreamedRun", names);
            StreamedRunMethod = typeMembers.Take(StreamedRun + "Async");
        }

        Reports = typeMembers.Take(method + "Reports", names);
        Policies = new PolicyNames(model, program, typeMembers, policyMethods);
        Observer = entryPoint.ObserverType ?? (model.HasTelemetry ? typeMembers.Take("TObserver", names) : null);
        ObservedMethod = model.HasTelemetry ? typeMembers.Take(method + "Observed") : "";
    }

    /// <summary>The names of locals that are not the user's.</summary>
    public LocalNames Locals { get; }

    /// <summary>The nested type that keeps the values of a run that are not in locals.</summary>
    public string Type { get; }

    /// <summary>The nested class that describes the stages for reports.</summary>
    public string Reports { get; }

    /// <summary>The struct that starts a run for each enumeration of the stream. Empty if the entry point does not stream.</summary>
    public string StreamedRun { get; } = "";

    /// <summary>The method that runs the pipeline up to the stream. Empty if the entry point does not stream.</summary>
    public string StreamedRunMethod { get; } = "";

    /// <summary>The type parameter of the observer, or <see langword="null"/> without one.</summary>
    public string? Observer { get; }

    /// <summary>The method that runs the pipeline for an observer. Empty if the entry point itself runs it.</summary>
    public string ObservedMethod { get; }

    /// <summary>The members that are emitted for the policies of the stages.</summary>
    public PolicyNames Policies { get; }

    /// <summary>The name of an input as a parameter of the method that rents a run object, and without underscore as its field.</summary>
    public string Input(int input) => _inputs[input];

    /// <summary>The name of a stage, from which all forms of the name in emitted code are derived.</summary>
    public string Stage(Place place) => _stages[place.Value];

    /// <summary>The struct that calls a stage for one element.</summary>
    public string Element(Place place) => _elements[place];

    /// <summary>The name of a stage's method without <c>Async</c>.</summary>
    public static string BaseName(StageModel stage)
    {
        var method = stage.MethodName;
        return method.EndsWith("Async", StringComparison.Ordinal) && method.Length > "Async".Length
            ? method.Substring(0, method.Length - "Async".Length)
            : method;
    }
}
