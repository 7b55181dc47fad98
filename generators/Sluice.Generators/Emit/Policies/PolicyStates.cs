using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// The state that the policies of a pipeline keep beyond a call. All entry points that run a stage share its state. Policies request
/// state while they are written, and the requested state is written after them.
/// </summary>
/// <remarks>
/// State that depends only on attributes is created once. Other state is created for each instance of the pipeline. A static entry
/// point has no instance, so the state of the stages that it runs is also created once.
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

    /// <summary>The expression of a setting that depends only on the attributes of a stage.</summary>
    /// <param name="stage">The number of the stage in the pipeline.</param>
    /// <param name="ending">The suffix of its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="initializer">The expression that initializes it.</param>
    public string Setting(int stage, string ending, string type, string initializer) =>
        _static.Of((stage, ending), type, NameOf(stage) + ending, initializer);

    /// <summary>The expression of state that a stage keeps.</summary>
    /// <param name="stage">The number of the stage in the pipeline.</param>
    /// <param name="ending">The suffix of its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="initializer">The expression that initializes it.</param>
    public string Kept(int stage, string ending, string type, string initializer) =>
        FieldsOf(stage).Of((stage, ending), type, NameOf(stage) + ending, initializer);

    /// <summary>The expression of state that is shared by all stages that request it.</summary>
    /// <param name="stage">The number of a stage that requests it.</param>
    /// <param name="thing">The key that distinguishes it from other shared state.</param>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name, if that is free.</param>
    /// <param name="initializer">The expression that initializes it.</param>
    public string Shared(int stage, string thing, string type, string name, string initializer) =>
        FieldsOf(stage).Of((-1, thing), type, name, initializer);

    /// <summary>The name of a type that is nested in the pipeline. It is written once, even if several stages request it.</summary>
    /// <param name="key">The key that distinguishes it from other types.</param>
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
    /// <param name="stage">The number of the stage for which it is emitted.</param>
    /// <param name="ending">The suffix of its name.</param>
    public string FreeMember(int stage, string ending) => _typeMembers.Take(NameOf(stage) + ending);

    /// <summary>Writes the requested state.</summary>
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
