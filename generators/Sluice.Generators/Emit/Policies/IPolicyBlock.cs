namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes one policy: a layer of code around what is inside of it.</summary>
internal interface IPolicyBlock
{
    /// <summary>Writes the layer.</summary>
    /// <param name="method">The method that it is part of.</param>
    /// <param name="frame">What the layers outside offer to those inside, and ask of them.</param>
    /// <param name="inner">Writes what is inside. It is called once.</param>
    void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner);
}
