using System.Reflection;
using Xunit.Sdk;

namespace Sluice.FunctionalTests.Harness;

/// <summary>Runs a test at every pace, with the given further arguments.</summary>
/// <param name="rest">The further arguments of the test.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PacesAttribute(params object?[] rest) : DataAttribute
{
    public IReadOnlyList<object?> Rest => rest;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Pace>().Select(pace => (object[])[pace, .. rest!]);
}
