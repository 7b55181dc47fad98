using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// What the policies of a pipeline keep beyond a call: once for each stage, however many entry points run it. Policies ask for it
/// while they are written, and what was asked for is written after them.
/// </summary>
/// <remarks>
/// What depends on the attributes alone is made once. The rest is made for each instance of the pipeline; for a stage that a static
/// entry point runs, which has no instance, it is made once too.
/// </remarks>
internal sealed class PolicyStates
{
    private readonly Identifiers _typeMembers;
    private readonly Identifiers _parameters;
    private readonly HashSet<int> _runWithoutInstance;
    private readonly PolicyFields _static;
    private readonly PolicyFields _ofInstance;
    private readonly Dictionary<object, string> _nestedTypes = [];
    private readonly List<Action<SourceWriter>> _typeWriters = [];

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="typeMembers">The names of its members.</param>
    public PolicyStates(LoweredPipeline pipeline, Identifiers typeMembers)
    {
        var model = pipeline.Model;
        Model = model;
        _typeMembers = typeMembers;
        _parameters = PolicyNames.ParametersOf(model.Stages);
        _runWithoutInstance =
        [
            .. pipeline
                .EntryPoints.Where(entryPoint => entryPoint.Declaration.IsStatic)
                .SelectMany(entryPoint => entryPoint.Stages)
                .Select(stage => stage.Index.Value),
        ];
        _static = new StaticPolicyFields(Free("PolicyData"));
        _ofInstance = model.Declaration.IsRecord
            ? new RecordPolicyFields(Free("PolicyState"), Free("Policies"))
            : new InstancePolicyFields(typeMembers);
    }

    /// <summary>The pipeline.</summary>
    public PipelineModel Model { get; }

    /// <summary>The expression of something that depends on the attributes of a stage alone.</summary>
    /// <param name="stage">The number of the stage in the pipeline.</param>
    /// <param name="ending">What its name ends with.</param>
    /// <param name="type">Its type.</param>
    /// <param name="initializer">What it is made with.</param>
    public string Setting(int stage, string ending, string type, string initializer) =>
        _static.Of((stage, ending), type, NameOf(stage) + ending, initializer);

    /// <summary>The expression of something that a stage keeps.</summary>
    /// <param name="stage">The number of the stage in the pipeline.</param>
    /// <param name="ending">What its name ends with.</param>
    /// <param name="type">Its type.</param>
    /// <param name="initializer">What it is made with.</param>
    public string Kept(int stage, string ending, string type, string initializer) =>
        FieldsOf(stage).Of((stage, ending), type, NameOf(stage) + ending, initializer);

    /// <summary>The expression of something that all stages share which ask for it.</summary>
    /// <param name="stage">The number of a stage that asks for it.</param>
    /// <param name="thing">What tells it from everything else that stages share.</param>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name, if that is free.</param>
    /// <param name="initializer">What it is made with.</param>
    public string Shared(int stage, string thing, string type, string name, string initializer) =>
        FieldsOf(stage).Of((-1, thing), type, name, initializer);

    /// <summary>The name of a type that is nested in the pipeline. It is written once, however many stages ask for it.</summary>
    /// <param name="key">What tells it from other types.</param>
    /// <param name="name">Its name, if that is free.</param>
    /// <param name="write">Writes it, given its name.</param>
    public string NestedType(object key, string name, Action<SourceWriter, string> write)
    {
        if (!_nestedTypes.TryGetValue(key, out var taken))
        {
            taken = Free(name);
            _nestedTypes.Add(key, taken);
            _typeWriters.Add(writer => write(writer, taken));
        }

        return taken;
    }

    /// <summary>The name of a new member of the pipeline.</summary>
    /// <param name="stage">The number of the stage that it is for.</param>
    /// <param name="ending">What its name ends with.</param>
    public string FreeMember(int stage, string ending) => _typeMembers.Take(NameOf(stage) + ending);

    /// <summary>Writes what was asked for.</summary>
    public void Write(SourceWriter writer)
    {
        PolicyMemberTarget.WriteAll(writer, Model, _typeMembers, IsStatic, value => value(this));
        _ofInstance.Write(writer);
        _static.Write(writer);
        _typeWriters.ForEach(write => write(writer));
    }

    private bool IsStatic(int stage) => Model.IsStatic || _runWithoutInstance.Contains(stage);

    private PolicyFields FieldsOf(int stage) => IsStatic(stage) ? _static : _ofInstance;

    private string NameOf(int stage) => PolicyNames.Of(Model, Model.Stages[stage]);

    private string Free(string name) => _typeMembers.Take(name, _parameters);
}
