using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>One entry point as its emitters share it: the plan, and the names of everything in the emitted code.</summary>
internal sealed class EntryPointEmission
{
    // Fields of run objects that are not values, without their underscore.
    private static readonly string[] OwnFields = ["pipeline", "runId", "step", "segment", "openEnds"];

    private readonly string[] _stageNames;
    private readonly string[] _inputFields;

    public EntryPointEmission(PipelineModel model, ExecutionPlan plan, Identifiers typeMembers)
    {
        Model = model;
        Plan = plan;
        EntryPoint = model.EntryPoints[plan.EntryPoint];
        TypeName = typeMembers.Take(
            Identifiers.Pascal(EntryPoint.MethodName) + (plan.Lowering == PlanLowering.StraightLine ? "Values" : "Run")
        );

        string[] parameters =
        [
            .. EntryPoint.Inputs.Select(input => input.Name),
            .. EntryPoint.CancellationToken is { } token ? [token] : Array.Empty<string>(),
        ];
        var fields = new Identifiers(OwnFields);
        _inputFields = [.. EntryPoint.Inputs.Select(input => Identifiers.Camel(fields.Take(input.Name)))];
        var names = new Identifiers([.. parameters, .. _inputFields]);
        Names = new LocalNames(names);
        // A stage's output is a local here and a field there: its name must differ from those of both.
        Array.ForEach(OwnFields, name => names.Take(name));
        _stageNames =
        [
            .. plan.Stages.Select(stage =>
                names.Take(
                    Identifiers.Pascal(BaseName(model.Stages[stage.Stage])),
                    "Task",
                    "Awaiter",
                    "Ended",
                    "Waiting",
                    "Start"
                )
            ),
        ];

        Locals = new Frame(
            "this",
            EntryPoint.CancellationToken is { } parameter
                ? Identifiers.Escape(parameter)
                : Known.CancellationToken + ".None",
            Names.RunId,
            input => Identifiers.Escape(EntryPoint.Inputs[input].Name),
            place => Identifiers.Escape(Identifiers.Camel(_stageNames[place]))
        );
        Fields = new Frame(
            "_pipeline",
            plan.OwnsToken ? "RunToken" : "CallerToken",
            "_runId",
            input => "_" + _inputFields[input],
            place => "_" + Identifiers.Camel(_stageNames[place])
        );
    }

    public PipelineModel Model { get; }

    /// <summary>The names of locals that are not the user's.</summary>
    public LocalNames Names { get; }

    public ExecutionPlan Plan { get; }

    public EntryPointModel EntryPoint { get; }

    /// <summary>The name of the nested type that keeps the run's values where locals do not.</summary>
    public string TypeName { get; }

    /// <summary>The frame of code on the caller's stack.</summary>
    public Frame Locals { get; }

    /// <summary>The frame of code in the run object.</summary>
    public Frame Fields { get; }

    /// <summary>What a run object produces: the output, or a placeholder where there is none.</summary>
    public string ResultType => HasOutput ? EntryPoint.ReturnTypeName : "bool";

    public bool HasOutput => EntryPoint.Outputs.Count > 0;

    public bool HasToken => EntryPoint.CancellationToken is not null;

    /// <summary>The type that the entry point returns, where it is asynchronous.</summary>
    public string ReturnType =>
        EntryPoint.Return == ReturnShape.ValueTask ? ValueTaskType
        : HasOutput ? $"{Known.Task}<{ResultType}>"
        : Known.Task;

    public string ValueTaskType => Known.ValueTaskOf(EntryPoint.ReturnTypeName);

    /// <summary>The stage at a place, as it was written.</summary>
    public StageModel StageAt(int place) => Model.Stages[Plan.Stages[place].Stage];

    /// <summary>The name that an input has as a parameter of what rents a run object.</summary>
    public string ParameterAt(int input) => Identifiers.Escape(_inputFields[input]);

    /// <summary>The identifier of the stage at a place, with a capital first letter and room for an ending.</summary>
    public string NameAt(int place) => _stageNames[place];

    /// <summary>The same as a field, with an ending.</summary>
    public string FieldAt(int place, string ending = "") => "_" + Identifiers.Camel(_stageNames[place]) + ending;

    /// <summary>The expression of the run's whole output.</summary>
    public string Output(Frame frame)
    {
        if (!HasOutput)
        {
            return "true";
        }

        var outputs = EntryPoint
            .Outputs.Select((output, index) => OutputAt(frame, output, Plan.Outputs[index]))
            .ToArray();
        return EntryPoint.IsTuple ? $"({string.Join(", ", outputs)})" : outputs[0];
    }

    private static string BaseName(StageModel stage)
    {
        var method = stage.MethodName;
        return method.EndsWith("Async", StringComparison.Ordinal) && method.Length > "Async".Length
            ? method.Substring(0, method.Length - "Async".Length)
            : method;
    }

    private string OutputAt(Frame frame, OutputModel output, Binding binding)
    {
        var (value, type) =
            binding.Kind == BindingKind.Input
                ? (frame.Input(binding.Index), EntryPoint.Inputs[binding.Index].TypeName)
                : (frame.Value(binding.Index), StageAt(binding.Index).OutputTypeName);
        return type == output.TypeName ? value : value + "!";
    }
}
