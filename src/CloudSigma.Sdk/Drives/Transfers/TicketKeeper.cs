// Keeps the ticket of an upload up to date.
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <summary>Writes the ticket when the drive is there, after each 16 MiB, and at the end of a run. Called under the lock of the chunks.</summary>
internal sealed class TicketKeeper(UploadTicket ticket, ChunkPlan plan, UploadDriveOptions options)
{
    private const long Interval = 16L << 20;

    private long _saved;
    private IntervalSet? _done;

    /// <summary>Looks at what has arrived, and writes it when it is worth it.</summary>
    public void Update(IntervalSet done)
    {
        _done = done;
        if (options.IsResumable && plan.Bytes(done) - _saved >= Interval) Save();
    }

    /// <summary>Writes the ticket now.</summary>
    /// <exception cref="TransferException">The file cannot be written.</exception>
    public void Save()
    {
        if (!options.IsResumable) return;
        var current = _done is null ? ticket : ticket with { Done = _done.ToPairs() };
        _saved = _done is null ? 0 : plan.Bytes(_done);
        try
        {
            if (options.TicketFile is { } file) current.Save(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TransferException($"The ticket '{options.TicketFile}' cannot be written: {e.Message}", e);
        }

        try
        {
            options.Tickets?.Report(current);
        }
        catch (Exception e)
        {
            throw new TransferException($"The report of a ticket failed: {e.Message}", e);
        }
    }

    /// <summary>Writes the ticket while another error is on its way.</summary>
    public void TrySave()
    {
        try
        {
            Save();
        }
        catch (TransferException)
        {
            // The ticket before it names fewer chunks; the server is asked about the others. The error to show is the one that ended the upload.
            return;
        }
    }

    /// <summary>The upload is complete, or there is nothing left to resume.</summary>
    public void Discard()
    {
        try
        {
            if (options.TicketFile is { } file) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A ticket that is left is refused, or finds its drive complete. What else there is to tell is more important.
            return;
        }
    }
}
