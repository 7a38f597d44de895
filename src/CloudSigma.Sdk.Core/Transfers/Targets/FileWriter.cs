// A file as the target of a download.
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <summary>
/// Writes <c>{path}.part</c> at many places at once and gives it its name when all is there. Zeros are left out, so that the file is as sparse as the drive. When resuming was asked
/// for, <c>{path}.part.json</c> says what is there; otherwise a failure leaves nothing behind.
/// </summary>
internal sealed class FileWriter : TargetWriter
{
    /// <summary>Bytes after which the state is written again: what a killed process loses at most.</summary>
    private const long SaveInterval = 16L << 20;

    private readonly string _path;
    private readonly string _part;
    private readonly string _state;
    private readonly FileWriterOptions _options;
    private readonly object _gate = new();
    private readonly IntervalSet _done = new();
    private SafeFileHandle? _file;
    private FollowingHash? _hash;
    private long _length;
    private long _unsaved;
    private bool _hasOldBytes;
    private bool _isBegun;
    private bool _isCompleted;
    private bool _isWorthless;
    private bool _isRestarted;
    private string? _version;

    private FileWriter(string path, FileWriterOptions options)
    {
        _path = path;
        _part = path + ".part";
        _state = _part + ".json";
        _options = options;
    }

    public override bool IsRandomAccess => true;

    public override long Done
    {
        get { lock (_gate) return _done.Count; }
    }

    /// <value>The full path of the file.</value>
    public string Path => _path;

    public override string? Version => _version;

    /// <summary>Looks at everything that can be known before a byte is asked for.</summary>
    /// <exception cref="IOException">The folder is not there, the path is one, or the file is there and is not to be replaced.</exception>
    public static FileWriter Create(string path, FileWriterOptions options)
    {
        var full = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(full);
        if (Directory.Exists(full)) throw new IOException($"'{path}' is a folder. Name a file in it, or use DownloadTarget.ToDirectory.");
        if (folder is null || !Directory.Exists(folder)) throw new DirectoryNotFoundException($"The folder '{folder}' is not there. Create it first.");
        if (!options.Overwrite && File.Exists(full)) throw new IOException($"'{path}' is there already. Set Overwrite to replace it, or choose another name.");
        var writer = new FileWriter(full, options);
        // Known before anything is asked for; the state itself is read when nobody else can change it any more.
        if (options.Resume && PartState.Read(writer._state) is { } state) writer.CheckOwner(state);
        return writer;
    }

    public override IReadOnlyList<(long Start, long End)> Missing(long length, long pieceSize)
    {
        lock (_gate) return [.. _done.Missing(length, pieceSize)];
    }

    public override ValueTask<long> BeginAsync(long length, CancellationToken cancellationToken)
    {
        _length = length;
        Open();
        if (_options.CheckFreeSpace) CheckFreeSpace(_length - Done);
        SetLength();
        if (!_options.ComputeSha256) return new ValueTask<long>(_length);
        _hash = new FollowingHash(_file!);
        _hash.Advance(_done.Frontier);
        return new ValueTask<long>(_length);
    }

    /// <summary>Keeps the version of what is downloaded, for a later run.</summary>
    public void Keep(string version)
    {
        lock (_gate) _version = version;
    }

    public override async ValueTask RestartAsync()
    {
        await CloseFileAsync().ConfigureAwait(false);
        _done.Clear();
        _unsaved = 0;
        _isRestarted = true;
    }

    public override ValueTask WriteAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var file = _file ?? throw new ObjectDisposedException(nameof(FileWriter));
        try
        {
            SparseWriter.Write(file, bytes.Span, offset, _hasOldBytes);
        }
        catch (IOException e)
        {
            throw CannotWrite(e);
        }

        var hashing = Task.CompletedTask;
        lock (_gate)
        {
            _done.Add(offset, offset + bytes.Length);
            _unsaved += bytes.Length;
            if (_options.Resume && _unsaved >= SaveInterval) SaveState();
            if (_hash is not null) hashing = _hash.Offer(offset, bytes, _done.Frontier);
        }

        return new ValueTask(hashing);
    }

    /// <summary>What is there is of no use to a later run, for the drive has changed.</summary>
    public void Discard() => _isWorthless = true;

    public override async ValueTask<string?> CompleteAsync(TransferMeter meter, CancellationToken cancellationToken)
    {
        var file = _file ?? throw new ObjectDisposedException(nameof(FileWriter));
        if (_done.Frontier != _length || RandomAccess.GetLength(file) != _length)
            throw new TransferIntegrityException(FormattableString.Invariant($"'{_part}' has {RandomAccess.GetLength(file)} bytes, of which the first {_done.Frontier} are complete; {_length} were wanted."));
        var checksum = _hash is null ? null : await _hash.CompleteAsync(_length, meter, cancellationToken).ConfigureAwait(false);
        try
        {
            // Still open and locked: between the two another run could write into it.
            File.Move(_part, _path, _options.Overwrite);
        }
        catch (IOException e) when (File.Exists(_path) && !_options.Overwrite)
        {
            throw new TransferException($"'{_path}' has appeared while it was downloaded. Set Overwrite to replace it, or choose another name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }

        _isCompleted = true;
        await CloseFileAsync().ConfigureAwait(false);
        TryDelete(_state);
        return checksum;
    }

    protected override async ValueTask CloseAsync()
    {
        // What another run has left, or is writing, is not ours to remove.
        if (!_isBegun || _isCompleted)
        {
            await CloseFileAsync().ConfigureAwait(false);
            return;
        }

        if (!_options.Resume || _isWorthless || _done.Count == 0)
        {
            TryDelete(_part);
            TryDelete(_state);
        }
        else
        {
            TrySaveState();
        }

        await CloseFileAsync().ConfigureAwait(false);
    }

    private void CheckOwner(PartState state)
    {
        if (state.Of != _options.Of) throw new IOException($"'{_part}' belongs to another download, of {state.Of}. Delete it, or choose another name.");
    }

    /// <summary>Takes over what an earlier run has written. Called when the file is locked, so that no other run changes it.</summary>
    private void ReadState(long there)
    {
        if (PartState.Read(_state) is not { } state || there != state.Length) return;
        CheckOwner(state);
        if (Math.Abs(state.Length - _length) >= RangeDownload.Rounding)
            throw new TransferException(FormattableString.Invariant($"'{_part}' is part of {state.Length} bytes, and there are {_length} now. Delete it to download anew."));
        // The server may have announced a length that is a little different from that of the drive.
        _length = state.Length;
        _version = state.ETag;
        _done.AddPairs(state.Done, state.Length);
    }

    private void Open()
    {
        try
        {
            // Nobody else may write it at the same time, another run of the same download least of all. Windows moves a file that is open only when that is allowed.
            _file = File.OpenHandle(_part, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
            if (_options.Resume && !_isRestarted) ReadState(RandomAccess.GetLength(_file));
            // From here on the files are this run's.
            _isBegun = true;
            _hasOldBytes = _done.Count > 0;
            if (!_hasOldBytes)
            {
                // A state of another run would claim bytes that are not there any more.
                File.Delete(_state);
                RandomAccess.SetLength(_file, 0);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    private void SetLength()
    {
        try
        {
            RandomAccess.SetLength(_file!, _length);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            // The second is a file system that has no files of this size.
            throw CannotWrite(e);
        }
    }

    private async ValueTask CloseFileAsync()
    {
        if (_hash is not null) await _hash.DisposeAsync().ConfigureAwait(false);
        _hash = null;
        _file?.Dispose();
        _file = null;
    }

    private void SaveState()
    {
        _unsaved = 0;
        try
        {
            new PartState { Of = _options.Of, Length = _length, ETag = _version, Done = _done.ToPairs() }.Write(_state);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Writes the state while another error is on its way. The state before it claims less, and all that it claims is there.</summary>
    private void TrySaveState()
    {
        try
        {
            SaveState();
        }
        catch (TransferException)
        {
            return;
        }
    }

    /// <summary>Removes a file of this run. That it cannot be removed is not the error to show.</summary>
    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private void CheckFreeSpace(long needed)
    {
        var root = OperatingSystem.IsWindows() ? System.IO.Path.GetPathRoot(_path)! : System.IO.Path.GetDirectoryName(_path)!;
        // A share of the network has no letter, and Windows tells nothing of it this way.
        if (OperatingSystem.IsWindows() && root.StartsWith(@"\\", StringComparison.Ordinal)) return;
        var free = new DriveInfo(root).AvailableFreeSpace;
        if (free >= needed) return;
        throw new IOException(FormattableString.Invariant(
            $"The volume of '{_path}' has {free} bytes free, and the download needs up to {needed}. Make room; or, if most of the drive is zeros, which take no room, set CheckFreeSpace to false."));
    }

    private TransferException CannotWrite(Exception e) => new($"'{_part}' cannot be written: {e.Message}", e);
}
