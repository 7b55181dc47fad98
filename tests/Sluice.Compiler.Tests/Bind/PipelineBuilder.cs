using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Writes a model in a few words: <c>new PipelineBuilder().Stage("Parse(Order order): Cart").EntryPoint("Run(Order o): Cart")</c>.</summary>
/// <remarks>
/// A parameter is written <c>[From:X] Type name = </c>, the last sign for a default value. A stage or entry point whose name ends
/// in <c>Async</c> is asynchronous. <c>T?</c> is a nullable value type where <c>T</c> is in lower case, and a reference otherwise.
/// </remarks>
internal sealed class PipelineBuilder
{
    private readonly List<TypeModel> _types = [];
    private readonly Dictionary<string, int> _typeIndexes = [];
    private readonly List<TypeConversion> _conversions = [];
    private readonly List<StageSource> _sources = [new(StageSourceKind.Pipeline, "", "P", false)];
    private readonly List<StageModel> _stages = [];
    private readonly List<EntryPointModel> _entryPoints = [];
    private readonly List<Finding> _findings = [];

    public PipelineBuilder Source(string member)
    {
        _sources.Add(new StageSource(StageSourceKind.Member, member, "S", false));
        return this;
    }

    public PipelineBuilder Convert(string from, string to)
    {
        _conversions.Add(new TypeConversion(Type(from), Type(to)));
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
        bool offload = false
    )
    {
        var (method, parameters, output) = Split(signature);
        var simple = name ?? NameTable.Plain(method);
        _stages.Add(
            new StageModel(
                source,
                method,
                simple,
                unique ?? simple,
                false,
                Return(method),
                output.Length == 0 ? -1 : Type(output),
                output,
                offload,
                parameters.Select(Parameter).ToEquatableArray(),
                (after ?? []).ToEquatableArray(),
                (only ?? []).ToEquatableArray()
            )
        );
        return this;
    }

    public PipelineBuilder EntryPoint(string signature)
    {
        var (method, parameters, output) = Split(signature);
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
                Return(method),
                output,
                isTuple,
                outputs.Select(Output).ToEquatableArray(),
                parameters
                    .Select(Parameter)
                    .Select(input => new InputModel(input.Name, input.Type, input.TypeName))
                    .ToEquatableArray(),
                null
            )
        );
        return this;
    }

    public PipelineModel Model() =>
        new(
            new PipelineDeclaration("", default, "partial class P", "global::P", "P", true),
            "P",
            false,
            _types.ToEquatableArray(),
            _conversions.ToEquatableArray(),
            _sources.ToEquatableArray(),
            _stages.ToEquatableArray(),
            _entryPoints.ToEquatableArray(),
            default,
            default,
            "Graph",
            false,
            _findings.ToEquatableArray()
        );

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

    private ParameterModel Parameter(string text)
    {
        var (from, rest) = From(text);
        var words = rest.Split(' ');
        var kind = words[0] switch
        {
            "CancellationToken" => ParameterKind.CancellationToken,
            "StageContext" => ParameterKind.StageContext,
            _ => ParameterKind.Dependency,
        };
        var type = kind == ParameterKind.Dependency ? Type(words[0]) : -1;
        return new ParameterModel(words[1], kind, type, words[0], from, words.Length > 2);
    }

    private OutputModel Output(string text)
    {
        var (from, rest) = From(text);
        var words = rest.Split(' ');
        return new OutputModel(words.Length > 1 ? words[1] : null, Type(words[0]), words[0], from);
    }

    private static (EquatableArray<string> From, string Declaration) From(string text)
    {
        if (!text.StartsWith("[From:", StringComparison.Ordinal))
        {
            return (default, text);
        }

        var end = text.IndexOf(']', StringComparison.Ordinal);
        return (text["[From:".Length..end].Split(',').ToEquatableArray(), text[(end + 2)..]);
    }

    private int Type(string name)
    {
        var isNullable = name.EndsWith('?');
        var isValue = char.IsLower(name[0]);
        var identity = isNullable && !isValue ? name[..^1] : name;
        if (!_typeIndexes.TryGetValue(identity, out var index))
        {
            var underlying = isNullable && isValue ? Type(name[..^1]) : -1;
            index = _types.Count;
            _typeIndexes.Add(identity, index);
            _types.Add(new TypeModel(identity, identity, underlying, !isValue, false));
        }

        return index;
    }
}
