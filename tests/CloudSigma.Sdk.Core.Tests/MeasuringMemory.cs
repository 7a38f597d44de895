namespace CloudSigma.Sdk.Core.Tests;

/// <summary>Tests that measure the memory of the process run after all others, and alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MeasuringMemory
{
    public const string Name = "Measuring memory";
}
