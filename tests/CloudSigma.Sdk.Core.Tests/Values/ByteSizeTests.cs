namespace CloudSigma.Sdk.Core.Tests.Values;

public class ByteSizeTests
{
    [Theory]
    [InlineData("10 GiB", 10L << 30)]
    [InlineData("512MiB", 512L << 20)]
    [InlineData("1.5 kib", 1536)]
    [InlineData("2TiB", 2L << 40)]
    [InlineData("1073741824", 1L << 30)]
    [InlineData(" 7 B ", 7)]
    public void Sizes_are_read(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text).Bytes);

    [Theory]
    [InlineData("")]
    [InlineData("10 GB")]
    [InlineData("-1")]
    [InlineData("0.3 B")]
    [InlineData("99999999 TiB")]
    [InlineData("GiB")]
    public void What_is_no_size_is_an_error_that_shows_one(string text) =>
        Assert.Contains("10 GiB", Assert.Throws<FormatException>(() => ByteSize.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Factories_and_text_agree()
    {
        Assert.Equal("10 GiB", ByteSize.GiB(10).ToString());
        Assert.Equal("1.5 KiB", new ByteSize(1536).ToString());
        Assert.Equal("0 B", ByteSize.Zero.ToString());
        Assert.Equal(ByteSize.KiB(1024), ByteSize.MiB(1));
        Assert.Equal(ByteSize.TiB(1), ByteSize.GiB(1024));
        Assert.Equal(10.5, new ByteSize(21L << 29).Gibibytes);
    }

    [Fact]
    public void Arithmetic_is_checked()
    {
        Assert.Equal(ByteSize.GiB(3), ByteSize.GiB(1) + (ByteSize.GiB(1) * 2));
        Assert.Equal(ByteSize.GiB(1), ByteSize.GiB(3) - ByteSize.GiB(2));
        Assert.True(ByteSize.GiB(1) < ByteSize.GiB(2) && ByteSize.GiB(2) >= ByteSize.GiB(2));
        Assert.Throws<OverflowException>(() => ByteSize.TiB(long.MaxValue / 2));
        Assert.Throws<OverflowException>(() => ByteSize.KiB(long.MaxValue / 2));
        Assert.Throws<OverflowException>(() => new ByteSize(long.MaxValue) + new ByteSize(1));
    }
}
