using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Transfers;

/// <summary>Sources and options that cannot be uploaded are refused before anything is made.</summary>
public class UploadInputTests
{
    private static async Task<string> RefusedAsync<T>(UploadSource source, UploadDriveOptions? options = null) where T : Exception
    {
        await using var cloud = await TransferFixture.StartAsync();
        var error = await Assert.ThrowsAsync<T>(() => cloud.Client.Drives.UploadAsync(source, options));
        Assert.Empty(cloud.Emulator.Requests);
        return error.Message;
    }

    [Fact]
    public async Task An_empty_file()
    {
        await using var cloud = await TransferFixture.StartAsync();

        Assert.Contains("empty", await RefusedAsync<ArgumentException>(cloud.Write("d", [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there() => Assert.Contains("no-such-file", await RefusedAsync<FileNotFoundException>("/no-such-file.img"), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder() => await RefusedAsync<UnauthorizedAccessException>(Path.GetTempPath());

    [SkippableFact]
    public async Task A_file_that_may_not_be_read()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "The administrator may read everything.");
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d", [1]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.None);

        await RefusedAsync<UnauthorizedAccessException>(file);
    }

    [Theory]
    [InlineData("qcow2", "514649fb00000003", "qemu-img convert -f qcow2 -O raw disk.qcow2 disk.raw")]
    [InlineData("vmdk", "4b444d5601000000", "qemu-img convert -f vmdk -O raw disk.vmdk disk.raw")]
    [InlineData("vhdx", "7668647866696c65", "qemu-img convert -f vhdx -O raw disk.vhdx disk.raw")]
    [InlineData("vpc", "636f6e6563746978", "qemu-img convert -f vpc -O raw disk.vhd disk.raw")]
    [InlineData("xz", "fd377a585a000004", "xz --decompress --keep disk.img.xz")]
    [InlineData("zip", "504b030414000000", "unzip disk.zip")]
    public async Task An_image_of_another_format_with_the_command_that_converts_it(string format, string head, string command)
    {
        var bytes = new byte[2000];
        Convert.FromHexString(head).CopyTo(bytes, 0);

        var message = await RefusedAsync<ArgumentException>(UploadSource.FromStream(new MemoryStream(bytes)), new UploadDriveOptions { Name = "d" });

        Assert.Contains(format, message, StringComparison.Ordinal);
        Assert.Contains(command, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vdi_image_is_known_by_its_signature()
    {
        var bytes = new byte[2000];
        Convert.FromHexString("7f10dabe").CopyTo(bytes, 0x40);

        Assert.Contains("-f vdi", await RefusedAsync<ArgumentException>(UploadSource.FromStream(new OneWayStream(bytes), 2000), new UploadDriveOptions { Name = "d" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_another_format_inside_of_gzip()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("disk.gz", UploadTests.Compress([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3, .. new byte[1000]]));

        Assert.Contains("qcow2", await RefusedAsync<ArgumentException>(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_another_format_goes_when_asked_to()
    {
        await using var cloud = await TransferFixture.StartAsync();
        byte[] bytes = [0x51, 0x46, 0x49, 0xfb, .. new byte[70_000]];

        var drive = await cloud.Client.Drives.UploadAsync(cloud.Write("d", bytes), new UploadDriveOptions { CheckFormat = false });

        Assert.Equal(bytes, await cloud.ReadAsync(drive.Uuid, bytes.Length));
    }

    [Fact]
    public async Task A_compressed_stream_that_could_be_meant_either_way()
    {
        var bytes = UploadTests.Compress(new byte[1000]);

        Assert.Contains("UploadDecompression.GZip", await RefusedAsync<ArgumentException>(UploadSource.FromStream(new MemoryStream(bytes)), new UploadDriveOptions { Name = "d" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_stream_of_unknown_contents()
    {
        var bytes = UploadTests.Compress(new byte[1000]);

        var message = await RefusedAsync<ArgumentException>(
            UploadSource.FromStream(new OneWayStream(bytes), bytes.Length), new UploadDriveOptions { Name = "d", Decompression = UploadDecompression.GZip });

        Assert.Contains("DecompressedLength", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_file_that_is_cut_off()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = UploadTests.Compress(TransferFixture.Bytes(300_000));

        Assert.Contains("damaged or cut off", await RefusedAsync<TransferIntegrityException>(cloud.Write("d.gz", bytes[..^20_000])), StringComparison.Ordinal);
        Assert.Contains("damaged or cut off", await RefusedAsync<TransferIntegrityException>(cloud.Write("e.gz", bytes[..^4])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(400_000)]
    public async Task Contents_of_another_length_than_announced_make_no_drive(int announced)
    {
        await using var cloud = await TransferFixture.StartAsync();
        var file = cloud.Write("d.gz", UploadTests.Compress(TransferFixture.Bytes(300_000)));
        foreach (var strategy in new[] { UploadStrategy.Raw, UploadStrategy.ChunkLinks })
        {
            await Assert.ThrowsAsync<TransferIntegrityException>(() => cloud.Client.Drives.UploadAsync(file, new UploadDriveOptions { DecompressedLength = new ByteSize(announced), Strategy = strategy }));
            Assert.Empty(await cloud.DrivesAsync());
        }
    }

    [Fact]
    public void A_stream_of_unknown_length_names_the_options()
    {
        var error = Assert.Throws<ArgumentException>(() => UploadSource.FromStream(new OneWayStream([1])));

        foreach (var way in new[] { "length", "FromFile", "FromFactory", "DecompressedLength" }) Assert.Contains(way, error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => UploadSource.FromStream(new MemoryStream([1]), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => UploadSource.FromFactory(static _ => Stream.Null, -1));
    }

    [Fact]
    public async Task A_source_without_a_name() =>
        Assert.Contains("UploadDriveOptions.Name", await RefusedAsync<ArgumentException>(UploadSource.FromStream(new MemoryStream([1]))), StringComparison.Ordinal);

    [Fact]
    public async Task Options_that_cannot_work()
    {
        foreach (var (options, word) in new (UploadDriveOptions, string)[]
        {
            (new() { Parallelism = 0 }, "Parallelism"), (new() { Parallelism = 65 }, "Parallelism"), (new() { ChunkSize = ByteSize.KiB(63) }, "ChunkSize"),
            (new() { ChunkSize = ByteSize.GiB(2) }, "ChunkSize"), (new() { StallTimeout = TimeSpan.Zero }, "StallTimeout"), (new() { DecompressedLength = new ByteSize(0) }, "DecompressedLength"),
            (new() { Name = "a\0b" }, "NUL"), (new() { Strategy = (UploadStrategy)9 }, "Strategy"), (new() { Avoid = [Guid.Empty] }, "uuid"),
            (new() { Strategy = UploadStrategy.Raw, StorageType = StorageType.Nvme }, "StorageType"), (new() { Strategy = UploadStrategy.Raw, TicketFile = "t" }, "ticket"),
            (new() { Strategy = UploadStrategy.Raw, Avoid = [Guid.NewGuid()] }, "Avoid"),
        }) Assert.Contains(word, await RefusedAsync<ArgumentException>(UploadSource.FromStream(new MemoryStream([1])), options with { Name = options.Name ?? "d" }), StringComparison.Ordinal);

        await RefusedAsync<DirectoryNotFoundException>(UploadSource.FromStream(new MemoryStream([1])), new UploadDriveOptions { Name = "d", TicketFile = "/no-such-folder/t" });
    }
}
