using System.Reflection;
using Xunit.Sdk;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>Runs a test in every shape, unobserved and observed, with the given further arguments.</summary>
/// <param name="rest">The further arguments of the test.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ShapesAttribute(params object?[] rest) : DataAttribute
{
    private static readonly bool[] Both = [false, true];

    public IReadOnlyList<object?> Rest => rest;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from shape in Enum.GetValues<Shape>()
        from isObserved in Both
        select (object[])[shape, isObserved, .. rest!];
}
