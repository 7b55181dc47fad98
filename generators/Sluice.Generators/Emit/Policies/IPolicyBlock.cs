namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes one policy as a layer of code around the inner code.</summary>
internal interface IPolicyBlock
{
    /// <summary>Writes the layer.</summary>
    /// <param name="method">The method that contains the layer.</param>
    /// <param name="frame">The locals and settings that outer layers pass to inner ones.</param>
    /// <param name="inner">Writes the inner code. It is called once.</param>
    void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner);
}
