using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>
/// Builds a model from short declarations: <c>new PipelineBuilder().Stage("Parse(Order order): Cart").EntryPoint("Run(Order o):
/// Cart")</c>.
/// </summary>
/// <remarks>
/// A parameter is written <c>[From:X,Y] [Each] Type name = </c>, with a final equals sign for a default value; <c>[Each:Flatten]</c>
/// takes the elements of elements. A stage or entry point whose name ends in <c>Async</c> is asynchronous. A condition is written
/// <c>IsLarge</c>, <c>!IsLarge</c>, <c>Route=Intent.Question|Intent.Other</c>, <c>!Route=...</c> or <c>else Route</c>. A guard names
/// the stage from which stages run again, or is empty. A stage decides a loop if it names the type that the loop carries, which is
/// empty if it carries nothing; its output is then the result. <c>[Carried]</c> and <c>[Carried:Decide]</c> take the carried value.
/// </remarks>
internal sealed class PipelineBuilder
{
    private readonly TypeBuilder _types = new();
    private readonly List<TypeConversion> _conversions = [];
    private readonly List<StageSource> _sources = [new(StageSourceKind.Pipeline, "", "P", false)];
    private readonly List<StageModel> _stages = [];
    private readonly List<EntryPointModel> _entryPoints = [];
    private readonly List<Finding> _findings = [];
    private bool _continuesOnFailure;

    public PipelineBuilder Source(string member)
    {
        _sources.Add(new StageSource(StageSourceKind.Member, member, "S", false));
        return this;
    }

    public PipelineBuilder Convert(string from, string to)
    {
        _conversions.Add(new TypeConversion(_types.Index(from), _types.Index(to)));
        return this;
    }

    /// <summary>Declares a type as an enum before its first use. An enum without members is a flags enum.</summary>
    public PipelineBuilder Enum(string name, params string[] members)
    {
        _types.AddEnum(name, members);
        return this;
    }

    public PipelineBuilder ContinueOnFailure()
    {
        _continuesOnFailure = true;
        return this;
    }

    /// <summary>Adds a plain method that conditions can name.</summary>
    public PipelineBuilder Method(string signature, int source = 0, string[]? when = null)
    {
        _ = Stage(signature, source: source, when: when);
        _stages[^1] = _stages[^1] with { IsCondition = true };
        return this;
    }

    public PipelineBuilder Finding(Rule rule, NodeKind kind)
    {
        _findings.Add(new Finding(rule, new NodeReference(kind), default, default));
        return this;
    }

    public PipelineBuilder Stage(
        string signature,
        string[]? after = null,
        string[]? only = null,
        int source = 0,
        string? name = null,
        string? unique = null,
        bool offload = false,
        string[]? when = null,
        string? guard = null,
        bool always = false,
        bool skips = true,
        string? loop = null,
        string? first = null,
        string[]? from = null
    )
    {
        var (method, parameters, output) = Split(signature);
        var simple = name ?? NameTable.Plain(method);
        var (form, result) = _types.Form(output);
        var each = Each(parameters, result);
        var produced = each is null || result.Length == 0 ? result : result + "[]";
        _stages.Add(
            new StageModel(
                source,
                method,
                simple,
                unique ?? simple,
                false,
                Return(method),
                produced.Length == 0 ? -1 : _types.Index(produced),
                produced,
                offload,
                parameters.Select(Parameter).ToEquatableArray(),
                (after ?? []).ToEquatableArray(),
                (only ?? []).ToEquatableArray()
            )
            {
                Form = form == ValueForm.Nullable ? ValueForm.Plain : form,
                Each = each,
                Conditions = (when ?? []).Select(Condition).ToEquatableArray(),
                Guard = guard is null ? null : new GuardModel(guard.Length == 0 ? null : guard, 3, 0, false),
                Loop = loop is null
                    ? null
                    : new LoopModel(
                        8,
                        first,
                        (from ?? []).ToEquatableArray(),
                        null,
                        loop.Length == 0 ? -1 : _types.Index(loop),
                        loop,
                        $"Loop<{loop}, {output}>"
                    ),
                RunsAlways = always,
                NeverSkips = !skips,
            }
        );
        return this;
    }

    public PipelineBuilder EntryPoint(string signature)
    {
        var (method, parameters, whole) = Split(signature);
        var inside = TypeBuilder.Argument(whole, "PipelineResult");
        var output = inside ?? whole;
        var isStream = TypeBuilder.Argument(whole, "IAsyncEnumerable") is not null;
        var isTuple = output.StartsWith('(');
        string[] outputs =
            output.Length == 0 ? []
            : isTuple ? output[1..^1].Split(", ")
            : [output];
        _entryPoints.Add(
            new EntryPointModel(
                method,
                method,
                "",
                false,
                false,
                isStream ? ReturnShape.ValueTask : Return(method),
                whole,
                isTuple,
                outputs.Select(Output).ToEquatableArray(),
                parameters
                    .Select(Parameter)
                    .Select(input => new InputModel(input.Name, input.Type, input.TypeName)
                    {
                        Form = input.Form,
                        ValueTypeName = input.ValueTypeName,
                    })
                    .ToEquatableArray(),
                null
            )
            {
                Delivery =
                    isStream ? Delivery.Stream
                    : inside is not null ? Delivery.Result
                    : Delivery.Value,
                OutputTypeName = output,
            }
        );
        return this;
    }

    public PipelineModel Model() =>
        new(
            new PipelineDeclaration("", default, "partial class P", "global::P", "P", true),
            "P",
            false,
            _types.Types,
            _conversions.ToEquatableArray(),
            _sources.ToEquatableArray(),
            _stages.ToEquatableArray(),
            _entryPoints.ToEquatableArray(),
            default,
            default,
            "Graph",
            false,
            _findings.ToEquatableArray()
        )
        {
            ContinuesOnFailure = _continuesOnFailure,
        };

    public BoundPipeline Bind() => PipelineBinder.Bind(Model());

    private static ReturnShape Return(string method) =>
        method.EndsWith("Async", StringComparison.Ordinal) ? ReturnShape.ValueTask : ReturnShape.Synchronous;

    private static (string Method, string[] Parameters, string Output) Split(string signature)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        var close = signature.IndexOf(')', StringComparison.Ordinal);
        var inside = signature[(open + 1)..close];
        return (
            signature[..open],
            inside.Length == 0 ? [] : inside.Split(", "),
            signature[(close + 1)..].TrimStart(':', ' ')
        );
    }

    private EachModel? Each(string[] parameters, string result)
    {
        var position = Array.FindIndex(parameters, parameter => parameter.Contains("[Each", StringComparison.Ordinal));
        return position < 0
            ? null
            : new EachModel(
                position,
                0,
                parameters[position].Contains("[Each:Flatten]", StringComparison.Ordinal),
                result.Length == 0 ? -1 : _types.Index(result),
                result
            );
    }

    private ConditionModel Condition(string text)
    {
        if (text.StartsWith("else ", StringComparison.Ordinal))
        {
            return new ConditionModel(ConditionKind.Otherwise, text["else ".Length..], default);
        }

        var parts = text.TrimStart('!').Split('=');
        return new ConditionModel(
            text.StartsWith('!') ? ConditionKind.Unless : ConditionKind.When,
            parts[0],
            parts.Length == 1 ? default : parts[1].Split('|').Select(_types.Constant).ToEquatableArray()
        );
    }

    private ParameterModel Parameter(string text)
    {
        var (attributes, words) = Attributes(text);
        var supplied = SuppliedKinds.All.FirstOrDefault(kind => kind.Type?.Name == words[0]);
        var isEach = attributes.Exists(attribute => attribute.StartsWith("Each", StringComparison.Ordinal));
        var (form, value) = isEach ? (ValueForm.Plain, words[0]) : _types.Form(words[0]);
        var type = supplied is null ? _types.Index(value) : -1;
        return new ParameterModel(words[1], supplied, type, words[0], From(attributes), words.Length > 2)
        {
            Form = form,
            ValueTypeName = value,
            IsEach = isEach,
            Carried = Carried(attributes),
        };
    }

    private static CarriedModel? Carried(List<string> attributes) =>
        attributes.Find(attribute => attribute.StartsWith("Carried", StringComparison.Ordinal)) is { } carried
            ? new CarriedModel(carried.Contains(':', StringComparison.Ordinal) ? carried["Carried:".Length..] : null)
            : null;

    private OutputModel Output(string text)
    {
        var (attributes, words) = Attributes(text);
        var (form, value) = _types.Form(words[0]);
        return new OutputModel(words.Length > 1 ? words[1] : null, _types.Index(value), words[0], From(attributes))
        {
            Form = form,
            ValueTypeName = value,
        };
    }

    private static (List<string> Attributes, string[] Words) Attributes(string text)
    {
        var attributes = new List<string>();
        while (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            attributes.Add(text[1..end]);
            text = text[(end + 2)..];
        }

        return (attributes, text.Split(' '));
    }

    private static EquatableArray<string> From(List<string> attributes) =>
        attributes.Find(attribute => attribute.StartsWith("From:", StringComparison.Ordinal)) is { } from
            ? from["From:".Length..].Split(',').ToEquatableArray()
            : default;
}
