// An open target of a download.
namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <summary>Takes the bytes of a download. When it is disposed before it was completed, the download has failed.</summary>
internal abstract class TargetWriter : IAsyncDisposable
{
    /// <value>Whether bytes may be written anywhere and at the same time; otherwise one after the other, each once.</value>
    public abstract bool IsRandomAccess { get; }

    /// <value>Bytes that are there already.</value>
    public virtual long Done => 0;

    /// <summary>What is to be fetched, in pieces that are no longer than a size.</summary>
    public abstract IReadOnlyList<(long Start, long End)> Missing(long length, long pieceSize);

    /// <value>The version of what is there already, as the server has named it; null when there is none.</value>
    public virtual string? Version => null;

    /// <summary>Gets ready for so many bytes.</summary>
    /// <returns>How many it goes on with: an earlier run may have found a length that is a little different.</returns>
    public abstract ValueTask<long> BeginAsync(long length, CancellationToken cancellationToken);

    /// <summary>Forgets what is there, to begin again.</summary>
    public virtual ValueTask RestartAsync() => ValueTask.CompletedTask;

    /// <summary>Writes bytes to their place. They have to stay as they are until the task ends.</summary>
    /// <exception cref="TransferException">They cannot be written.</exception>
    public abstract ValueTask WriteAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>All bytes are there.</summary>
    /// <param name="meter">Is told of work that is still to be done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Their SHA-256 as 64 lower-case hexadecimal digits; null when it was not wanted.</returns>
    public abstract ValueTask<string?> CompleteAsync(TransferMeter meter, CancellationToken cancellationToken);

    /// <summary>Cleans up, or keeps what a later run goes on with, unless all is complete.</summary>
    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>What <see cref="DisposeAsync"/> does.</summary>
    protected abstract ValueTask CloseAsync();
}
