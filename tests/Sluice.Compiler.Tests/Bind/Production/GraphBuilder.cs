using Sluice.Compiler.Bind;
using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Builds a graph with conditions from short texts.</summary>
/// <remarks>
/// An argument is written <c>A</c>, or <c>A|B</c> for a merge, with a final <c>?</c> for an optional and <c>!</c> for an outcome. A
/// condition is written <c>IsLarge</c> or <c>Route=Question,Order</c>, with a leading <c>not </c> for its negation. Each stage and
/// input has its own type with the same name.
/// </remarks>
internal sealed class GraphBuilder
{
    private readonly List<(string Name, TypeModel Type)> _types = [];
    private readonly List<(string Name, ValueForm Form)> _inputs = [];
    private readonly List<Declaration> _stages = [];
    private readonly List<string> _outputs = [];
    private readonly Dictionary<string, bool> _worlds = [];
    private Delivery _delivery;
    private bool _continues;

    public GraphBuilder Input(string name, RouteKind route = RouteKind.None, params string[] members)
    {
        var (plain, form) = Formed(name);
        _types.Add((plain, Type(plain, route, members)));
        _inputs.Add((plain, form));
        return this;
    }

    /// <summary>Adds a stage that returns a bool.</summary>
    public GraphBuilder Switch(string name, string[]? takes = null, string[]? when = null) =>
        Stage(name, takes, when, RouteKind.Boolean);

    /// <summary>Adds a stage that returns an enum.</summary>
    public GraphBuilder Route(string name, string[] members, string[]? takes = null, string[]? when = null) =>
        Stage(name, takes, when, RouteKind.Enum, members);

    public GraphBuilder Stage(
        string name,
        string[]? takes = null,
        string[]? when = null,
        RouteKind route = RouteKind.None,
        string[]? members = null,
        string[]? after = null
    )
    {
        var (plain, form) = Formed(name);
        _types.Add((plain, Type(plain, route, members ?? [])));
        _stages.Add(new Declaration(plain, form, false, takes ?? [], when ?? [], after ?? []));
        return this;
    }

    /// <summary>Adds a stage whose values are of the classes of <see cref="TypeWorld"/>. Conditions name <c>#A</c>.</summary>
    public GraphBuilder TypeRoute(string name, bool isClosed, string[]? takes = null, string[]? when = null)
    {
        foreach (var type in _worlds.Count == 0 ? TypeWorld.Names : [])
        {
            _types.Add((type, Type(type, RouteKind.None, [])));
        }

        _ = Stage(name, takes, when);
        _worlds.Add(_types[^1].Name, isClosed);
        return this;
    }

    public GraphBuilder Effect(string name, string[]? takes = null, string[]? when = null)
    {
        _types.Add((name, Type(name, RouteKind.None, [])));
        _stages.Add(new Declaration(name, ValueForm.Plain, true, takes ?? [], when ?? [], []));
        return this;
    }

    public GraphBuilder Output(string taken)
    {
        _outputs.Add(taken);
        return this;
    }

    public GraphBuilder AsResult()
    {
        _delivery = Delivery.Result;
        return this;
    }

    public GraphBuilder ContinueOnFailure()
    {
        _continues = true;
        return this;
    }

    public CompletedGraph Complete()
    {
        var model = Model();
        var findings = new FindingList(model);
        var graph = Graph();
        var completed = ProductionAnalysis.Complete(model, graph, findings, out var isBroken);
        findings.Confirm([completed]);
        return new CompletedGraph(model, graph, completed, findings.ToEquatableArray(), isBroken);
    }

    private PipelineModel Model() =>
        new(
            new PipelineDeclaration("", default, "partial class P", "global::P", "P", true),
            "P",
            false,
            _types.Select(type => type.Type).ToEquatableArray(),
            default,
            new[] { new StageSource(StageSourceKind.Pipeline, "", "P", false) }.ToEquatableArray(),
            _stages.Select(StageModel).ToEquatableArray(),
            new[] { EntryPoint() }.ToEquatableArray(),
            default,
            default,
            "Graph",
            false,
            default
        )
        {
            ContinuesOnFailure = _continues,
            RouteTypes =
                _worlds.Count == 0
                    ? default
                    : TypeWorld.Types(IndexOfType, [.. _worlds.Keys.Select(IndexOfType)]).ToEquatableArray(),
            TypeRoutes = _worlds
                .Select(world => TypeWorld.Route(IndexOfType(world.Key), world.Value, IndexOfType))
                .ToEquatableArray(),
        };

    private EntryPointModel EntryPoint() =>
        new(
            "Run",
            "Run",
            "",
            false,
            false,
            ReturnShape.Synchronous,
            "",
            _outputs.Count > 1,
            _outputs
                .Select(Formed)
                .Select(output => new OutputModel(null, IndexOfType(First(output.Plain)), output.Plain, default)
                {
                    Form = output.Form,
                })
                .ToEquatableArray(),
            _inputs
                .Select(input => new InputModel(input.Name, IndexOfType(input.Name), input.Name) { Form = input.Form })
                .ToEquatableArray(),
            null
        )
        {
            Delivery = _delivery,
        };

    private StageModel StageModel(Declaration stage) =>
        new(
            0,
            stage.Name,
            stage.Name,
            stage.Name,
            false,
            ReturnShape.Synchronous,
            stage.IsEffect ? -1 : IndexOfType(stage.Name),
            stage.Name,
            false,
            stage
                .Takes.Select(Formed)
                .Select(taken => new ParameterModel(
                    taken.Plain,
                    Supplied: null,
                    IndexOfType(First(taken.Plain)),
                    taken.Plain,
                    default,
                    false
                )
                {
                    Form = taken.Form,
                })
                .ToEquatableArray(),
            default,
            default
        )
        {
            Form = stage.Form,
        };

    private EntryPointGraph Graph() =>
        new(
            0,
            _stages.Select(BoundStage).ToEquatableArray(),
            _outputs.Select(output => Bound(Formed(output).Plain)).ToEquatableArray()
        );

    private BoundStage BoundStage(Declaration stage)
    {
        var arguments = stage.Takes.Select(taken => Bound(Formed(taken).Plain)).ToList();
        var conditions = stage.When.Select(Condition).ToList();
        return new BoundStage(
            _stages.IndexOf(stage),
            arguments.ToEquatableArray(),
            arguments
                .SelectMany(argument => argument.Producers)
                .Concat(conditions.Select(condition => condition.Source))
                .Concat(stage.After.Select(Bound))
                .Where(source => source.Kind == BindingKind.Stage)
                .Select(source => source.Index)
                .Distinct()
                .Order()
                .ToEquatableArray()
        )
        {
            Conditions = conditions.ToEquatableArray(),
        };
    }

    private BoundCondition Condition(string text)
    {
        var isNegated = text.StartsWith("not ", StringComparison.Ordinal);
        var parts = text[(isNegated ? 4 : 0)..].Split('=');
        var type = IndexOfType(parts[0]);
        string[] values = parts.Length > 1 ? parts[1].Split(',') : ["true"];
        return new BoundCondition(
            Bound(parts[0]),
            values
                .Select(value =>
                    value[0] == '#'
                        ? new ConstantModel(value, value[1..], value[1..], IndexOfType(value[1..])) { IsType = true }
                        : new ConstantModel(value, value, value, type)
                )
                .ToEquatableArray(),
            isNegated
        );
    }

    private Binding Bound(string name)
    {
        if (name.Contains('|', StringComparison.Ordinal))
        {
            return new Binding(BindingKind.Merge) { Sources = name.Split('|').Select(Bound).ToEquatableArray() };
        }

        var input = _inputs.FindIndex(candidate => candidate.Name == name);
        return input >= 0
            ? new Binding(BindingKind.Input, input)
            : new Binding(BindingKind.Stage, _stages.FindIndex(stage => stage.Name == name));
    }

    private int IndexOfType(string name) => _types.FindIndex(type => type.Name == name);

    private static TypeModel Type(string name, RouteKind route, string[] members) =>
        new(name, name, -1, false, false)
        {
            Route = route,
            Members = members.Select(member => new ConstantModel(member, member, member, -1)).ToEquatableArray(),
        };

    private static string First(string taken) => taken.Split('|')[0];

    private static (string Plain, ValueForm Form) Formed(string text) =>
        text[^1] switch
        {
            '?' => (text[..^1], ValueForm.Optional),
            '!' => (text[..^1], ValueForm.Outcome),
            _ => (text, ValueForm.Plain),
        };

    private sealed record Declaration(
        string Name,
        ValueForm Form,
        bool IsEffect,
        string[] Takes,
        string[] When,
        string[] After
    );
}
