using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

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
    private readonly PipelineModel _model;
    private readonly Identifiers _typeMembers;
    private readonly Identifiers _parameters;
    private readonly HashSet<int> _runWithoutInstance;
    private readonly PolicyFields _static;
    private readonly PolicyFields _ofInstance;
    private readonly Dictionary<(string TypeName, bool IsSynchronous), string> _interceptorCalls = [];

    public PolicyStates(PipelineModel model, IEnumerable<ExecutionPlan> plans, Identifiers typeMembers)
    {
        _model = model;
        _typeMembers = typeMembers;
        _parameters = PolicyNames.ParametersOf(model.Stages);
        _runWithoutInstance =
        [
            .. plans
                .Where(plan => model.EntryPoints[plan.EntryPoint].IsStatic)
                .SelectMany(plan => plan.Stages.Select(stage => stage.Stage)),
        ];
        _static = new StaticPolicyFields(Free("PolicyData"));
        _ofInstance = model.Declaration.IsRecord
            ? new RecordPolicyFields(Free("PolicyState"), Free("Policies"))
            : new InstancePolicyFields(typeMembers);
    }

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

    /// <summary>The expression of the instance of an interceptor, which all stages share that have it.</summary>
    /// <param name="stage">The number of a stage that has it.</param>
    /// <param name="interceptor">The interceptor.</param>
    public string Interceptor(int stage, InterceptorModel interceptor)
    {
        var name = InterceptorName.Of(interceptor);
        const string Ending = "Interceptor";
        return FieldsOf(stage)
            .Of(
                (-1, interceptor.TypeName),
                interceptor.TypeName,
                name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending,
                "new()"
            );
    }

    /// <summary>The name of the struct that calls an interceptor which is a class.</summary>
    /// <param name="interceptor">The interceptor.</param>
    public string CallsOf(InterceptorModel interceptor)
    {
        var key = (interceptor.TypeName, interceptor.IsSynchronous);
        if (!_interceptorCalls.TryGetValue(key, out var name))
        {
            name = Free(InterceptorName.Of(interceptor) + "Calls");
            _interceptorCalls.Add(key, name);
        }

        return name;
    }

    /// <summary>The expression of the circuit of a stage.</summary>
    /// <param name="stage">The number of the stage in the pipeline.</param>
    public string Circuit(int stage)
    {
        var model = _model.Stages[stage];
        return Kept(
            stage,
            "Circuit",
            CircuitProperties.Type,
            CircuitBreakerBlock.Initializer(model.Name, model.Policies!.CircuitBreaker!)
        );
    }

    /// <summary>Writes what was asked for.</summary>
    public void Write(SourceWriter writer)
    {
        CircuitProperties.Write(writer, _model, _typeMembers, IsStatic, Circuit);
        _ofInstance.Write(writer);
        _static.Write(writer);
        foreach (var call in _interceptorCalls)
        {
            InterceptorCalls.Write(writer, _model, call.Value, call.Key.TypeName, call.Key.IsSynchronous);
        }
    }

    private bool IsStatic(int stage) => _model.IsStatic || _runWithoutInstance.Contains(stage);

    private PolicyFields FieldsOf(int stage) => IsStatic(stage) ? _static : _ofInstance;

    private string NameOf(int stage) => PolicyNames.Of(_model, _model.Stages[stage]);

    private string Free(string name) => _typeMembers.Take(name, _parameters);
}
