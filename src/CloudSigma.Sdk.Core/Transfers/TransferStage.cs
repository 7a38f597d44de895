// What a transfer is doing.
namespace CloudSigma.Sdk;

/// <summary>What a transfer is doing at the moment.</summary>
public enum TransferStage
{
    /// <summary>A compressed source is read once, to find out how long its contents are.</summary>
    Measuring,

    /// <summary>Bytes travel.</summary>
    Transferring,

    /// <summary>All bytes have arrived, and the server works on them.</summary>
    Completing,

    /// <summary>What arrived is compared with its source.</summary>
    Verifying,
}
