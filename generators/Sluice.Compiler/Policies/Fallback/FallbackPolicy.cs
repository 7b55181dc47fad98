using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.Fallback;

/// <summary>A method that provides the value if the stage fails.</summary>
/// <param name="Method">The method.</param>
/// <param name="On">
/// The types of the exceptions that it handles, as emitted code writes them; empty if it handles all.
/// </param>
internal sealed record FallbackPolicy(PolicyMethodModel Method, EquatableArray<string> On) : PolicyModel
{
    public override PolicyLayer Layer => PolicyLayer.Fallback;

    public override string Display => PolicyDisplay.Of("Fallback", Method.MethodName, PolicyDisplay.On(On));

    public override PolicyNeeds Needs => PolicyNeeds.Failures;

    public override WaitReason? Wait =>
        Method.Return == ReturnShape.Synchronous
            ? null
            : new WaitReason(
                $"falls back to '{Method.MethodName}', which is asynchronous",
                $"make '{Method.MethodName}' synchronous"
            );

    public override EquatableArray<PolicyMethodModel> Methods => new([Method]);
}
