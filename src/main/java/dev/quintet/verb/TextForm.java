package dev.quintet.verb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The form of a file that should be UTF-8 with a line for each order. Programs save it in other forms, of which one is
 * taken as it is, and the others are named, since line by line they would only look like rubbish.
 */
final class TextForm {
    /** More than the longest line that is read. */
    private static final int LOOK_BYTES = 1 << 17;

    private TextForm() {}

    /**
     * A stream of a file from behind its byte order mark.
     *
     * @throws VerbException when it is UTF-16, or its lines end with a carriage return alone
     */
    static BufferedInputStream require(String file, InputStream raw) throws IOException {
        var in = new BufferedInputStream(raw, LOOK_BYTES);
        in.mark(LOOK_BYTES);
        var begin = in.readNBytes(LOOK_BYTES);
        in.reset();
        if (isUtf16(begin)) {
            throw new VerbException(file + " is UTF-16, and must be UTF-8: save it anew, or iconv -f UTF-16 -t UTF-8");
        }
        if (endsLinesWithCarriageReturns(begin)) {
            throw new VerbException(
                    file + " ends its lines with a carriage return (CR) alone, and must end them with LF"
                            + " or CR LF: tr '\\r' '\\n' mends it");
        }
        if (begin.length >= 3 && at(begin, 0) == 0xEF && at(begin, 1) == 0xBB && at(begin, 2) == 0xBF) {
            in.skipNBytes(3);
        }
        return in;
    }

    /** By its mark, or by the zeros that every ASCII character has beside it there; no JSON begins with one. */
    private static boolean isUtf16(byte[] begin) {
        if (begin.length < 2) {
            return false;
        }
        int mark = at(begin, 0) << 8 | at(begin, 1);
        return mark == 0xFEFF || mark == 0xFFFE || begin[0] == 0 || begin[1] == 0;
    }

    private static boolean endsLinesWithCarriageReturns(byte[] begin) {
        int lineFeeds = 0;
        int inside = 0;
        for (int i = 0; i < begin.length; i++) {
            if (begin[i] == '\n') {
                lineFeeds++;
            } else if (begin[i] == '\r' && i + 1 < begin.length && begin[i + 1] != '\n') {
                inside++;
            }
        }
        return lineFeeds == 0 && inside > 0;
    }

    private static int at(byte[] bytes, int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }
}
